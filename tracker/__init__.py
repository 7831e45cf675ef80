"""A register of the directives a provincial department must carry out.

The rooms, from the bottom up; each one only looks downwards:

- ``core``        what a directive is and what the rules say
- ``wording``     every Vietnamese word the program says
- ``settings``    what the office decides; ``clock`` tells today's date
- ``store``       where directives are kept: the only room that speaks SQL
- ``reports``     files out: the monthly appendix
- ``operations``  everything a user can do, as plain functions
- ``tui``         the screen: what a clerk sees and presses
- ``cli``         the command line: parse, call, print
"""

__version__ = "0.1.0"
