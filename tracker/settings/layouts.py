"""The layouts of reports: those the program ships, and those an office wrote for itself."""

from __future__ import annotations

import os.path
from pathlib import Path

from tracker.core.directive import Progress
from tracker.core.layout import (
    FIELDS,
    Alignment,
    Field,
    Grouping,
    Layout,
    LayoutColumn,
    Orientation,
    RowChoice,
    RowOrder,
    RowSubject,
)
from tracker.resources import SHIPPED_LAYOUTS, shipped
from tracker.settings.layout_parts import (
    LayoutProblem,
    Mistaken,
    Part,
    WrongLayout,
    mistaken,
    read_lines,
    read_parts,
    read_section,
    read_size,
    read_switch,
    read_text,
    read_width,
    reader_of_choice,
    reader_of_name,
)
from tracker.settings.office import LAYOUTS
from tracker.settings.toml_file import Key, TomlFile
from tracker.workspace import settings_file

_read_name = reader_of_name(r"[a-z][a-z0-9-]{0,39}")

_LABELS = {
    progress.value: Part(field=progress.value, read=read_text)
    for progress in Progress
    if progress is not Progress.WITHDRAWN
}

_COLUMN = {
    "title": Part(field="title", read=read_text, is_needed=True),
    "field": Part(field="holds", read=reader_of_choice(Field), is_needed=True),
    "width": Part(field="width", read=read_width, is_needed=True),
    "align": Part(field="alignment", read=reader_of_choice(Alignment)),
}


def _read_columns(key: Key, value: object) -> tuple[LayoutColumn, ...]:
    if not isinstance(value, list) or not value:
        raise mistaken(key, LayoutProblem.NO_COLUMNS, value)
    return tuple(
        LayoutColumn(**read_parts((*key, place), column, _COLUMN))
        for place, column in enumerate(value)
    )


def _read_labels(key: Key, value: object) -> dict[Progress, str]:
    labels = read_parts(key, value, _LABELS)
    return {Progress(name): text for name, text in labels.items()}


_LAYOUT = {
    "title": Part(field="title", read=read_lines, is_needed=True),
    "columns": Part(field="columns", read=_read_columns, is_needed=True),
    "enclosure": Part(field="is_enclosed", read=read_switch),
    "file_stem": Part(field="file_stem", read=_read_name),
    "tab": Part(field="tab", read=reader_of_name(r"[A-Za-z0-9][A-Za-z0-9 -]{0,19}")),
    "rows": Part(field="rows", read=reader_of_choice(RowChoice)),
    "one_row_per": Part(field="one_row_per", read=reader_of_choice(RowSubject)),
    "group_by": Part(field="group_by", read=reader_of_choice(Grouping)),
    "order": Part(field="order", read=reader_of_choice(RowOrder)),
    "orientation": Part(field="orientation", read=reader_of_choice(Orientation)),
    "text_size": Part(field="text_size", read=read_size),
    "labels": Part(field="labels", read=_read_labels),
}


def load_layouts(workspace: str) -> dict[str, Layout]:
    """Every layout by its name: the shipped ones, then the office's own, which may replace them."""
    own = settings_file(workspace)
    layouts = read_layouts(Path(shipped(SHIPPED_LAYOUTS)))
    return layouts | read_layouts(Path(own)) if os.path.exists(own) else layouts  # noqa: PTH110


def read_layouts(path: Path) -> dict[str, Layout]:
    """The layouts of one file; the first mistake is raised as ``WrongLayout``."""
    file = TomlFile(path)
    try:
        section = read_section((LAYOUTS,), file.document.get(LAYOUTS, {}))
        return {name: _layout((LAYOUTS, name), content) for name, content in section.items()}
    except Mistaken as found:
        mistake = found.mistake
        raise WrongLayout(str(path), mistake, line=file.line_of(mistake.key)) from None


def _layout(key: Key, content: object) -> Layout:
    name = _read_name(key, key[-1])
    values = read_parts(key, content, _LAYOUT)
    stem: str = values.get("file_stem") or name
    usual = {"file_stem": stem, "tab": stem.replace("-", " ").capitalize()[:20]}
    layout = Layout(name=name, **usual | values)
    _refuse_a_grouping_that_does_not_fit(key, layout)
    _refuse_fields_that_do_not_fit(key, layout)
    return layout


def _refuse_a_grouping_that_does_not_fit(key: Key, layout: Layout) -> None:
    fitting = set(Grouping)
    if layout.rows is not RowChoice.OVERDUE:
        fitting.discard(Grouping.AGE)
    if layout.one_row_per is RowSubject.UNIT:
        fitting = {Grouping.NONE}
    if layout.group_by not in fitting:
        choices = tuple(one.value for one in Grouping if one in fitting)
        does_not_fit = LayoutProblem.DOES_NOT_FIT
        raise mistaken((*key, "group_by"), does_not_fit, layout.group_by.value, choices=choices)


def _refuse_fields_that_do_not_fit(key: Key, layout: Layout) -> None:
    fitting = FIELDS[layout.one_row_per]
    for place, column in enumerate(layout.columns):
        if column.holds not in fitting:
            raise mistaken(
                (*key, "columns", place, "field"),
                LayoutProblem.DOES_NOT_FIT,
                column.holds.value,
                choices=tuple(field.value for field in fitting),
            )
