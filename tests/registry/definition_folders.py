"""A small clean set of definition files, written out so that a test can spoil one line of it."""

from __future__ import annotations

from pathlib import Path

from kpi.registry.definitions import read_definitions
from kpi.registry.problem import Problem

PLAN = """\
id: ke-hoach-2017
province: tinh
title: Kế hoạch mẫu
title_en: A sample plan
short: Mẫu
short_en: Sample
issuer: UBND tỉnh
issuer_en: Provincial People's Committee
number: 1/KH-UBND
issued: 2017-05-11
base_year: 2016
first_year: 2017
indicators:
  - tham-gia
  - tu-nguyen
  - hoc-nghe
readings:
  - ambiguity: Văn bản không nêu năm kết thúc.
    ambiguity_en: No last year is named.
    reading: Xét đến khi có văn bản thay thế.
    reading_en: Judged until it is replaced.
"""

SHARE = """\
id: tham-gia
kind: share
name: Tỷ lệ đơn vị tham gia
name_en: Employers enrolled
short: Tham gia
short_en: Enrolled
clause: II.2
noun: đơn vị
noun_en: employers
numerator:
  name: Đã tham gia
  name_en: Enrolled
  aliases: [Số đơn vị đã tham gia]
denominator:
  name: Thuộc diện
  name_en: Liable
aliases: [Tỷ lệ tham gia]
levels: [province, district]
better_when: higher
targets:
  - operator: ">"
    value: 70.5
    unit: "%"
    term: year
    year: 2017
    clause: II.2
    issued: 2017-05-11
  - operator: ">="
    value: 100
    unit: "%"
    term: from
    year: 2020
    clause: II.2
    issued: 2017-05-11
    readings:
      - ambiguity: Không nêu năm kết thúc.
        ambiguity_en: No last year is named.
        reading: Xét hằng năm.
        reading_en: Judged every year.
"""

GROWTH = """\
id: tu-nguyen
kind: growth
name: Tốc độ tăng người tham gia tự nguyện
name_en: Growth of voluntary participants
short: Tự nguyện
short_en: Voluntary
clause: II.3
noun: người
noun_en: people
numerator:
  name: Số người tham gia
  name_en: Participants
levels: [province, district]
better_when: higher
targets:
  - operator: ">="
    value: 130
    unit: "%"
    term: from
    year: 2017
    clause: II.3
    issued: 2017-05-11
"""

INCREASE = """\
id: hoc-nghe
kind: share
name: Tỷ lệ hỗ trợ học nghề
name_en: Vocational support
short: Học nghề
short_en: Vocational
clause: II.1
noun: người
noun_en: people
numerator:
  name: Được hỗ trợ
  name_en: Supported
denominator:
  name: Nộp hồ sơ
  name_en: Claimants
levels: [province]
better_when: higher
targets:
  - operator: increase
    unit: "%"
    term: by
    year: 2025
    base_year: 2020
    clause: II.1
    issued: null
"""

DIRECTIONS = """\
directions:
  - id: no-dong
    kind: count
    name: Số đơn vị nợ đóng
    name_en: Employers in arrears
    short: Nợ đóng
    short_en: Arrears
    clause: III.2
    noun: đơn vị
    noun_en: employers
    numerator:
      name: Số đơn vị nợ đóng
      name_en: Employers in arrears
    levels: [province]
    better_when: lower
"""

TASKS = """\
tasks:
  - id: N1
    kind: task
    clause: III.1
    text: Trình kế hoạch
    text_en: Submit the plan
    lead: [Sở Y tế]
    deadline:
      text: trước ngày 01/3/2020
      text_en: before 1 March 2020
      before: 2020-03-01
  - id: N2
    kind: milestone
    clause: III.2
    text: Hoàn tất kết nối
    text_en: Data linked
    lead: [Sở LĐTBXH]
    deadline:
      text: đến 2025
      text_en: by 2025
      by: 2025-12-31
  - id: N3
    kind: report
    clause: IV
    text: Báo cáo năm
    text_en: Yearly report
    lead: ["Sở, ban, ngành"]
    recurrence: yearly
    deadline:
      text: trước ngày 10/12 hằng năm
      text_en: before 10 December
      yearly_before: "12-10"
      first_year: 2017
  - id: N4
    kind: task
    clause: V
    text: Tuyên truyền
    text_en: Make known
    lead: [Báo]
"""

AGENCIES = """\
name,name_en
Sở Y tế,Department of Health
Sở LĐTBXH,Department of Labour
"Sở, ban, ngành",Departments and sectors
Báo,Newspaper
"""

UNITS = """\
id,name,level,parent,exists_from,exists_to,successors,aliases,code,note
tinh,Tỉnh Mẫu,province,,,,,,1,
van-phong,Văn phòng BHXH tỉnh,agency,tinh,,,,VP,,
dong,Huyện Đông,district,tinh,,2024-12-31,tay,,2,"Nhập vào Tây, từ 2025"
tay,Huyện Tây,district,tinh,2015-04-11,,,BHXH huyện Tây|H. Tây,3,
"""

FOLDER = "plans/ke-hoach-2017/"
PLAN_FILE = FOLDER + "plan.yaml"
SHARE_FILE = FOLDER + "indicators/tham-gia.yaml"
GROWTH_FILE = FOLDER + "indicators/tu-nguyen.yaml"
INCREASE_FILE = FOLDER + "indicators/hoc-nghe.yaml"
DIRECTIONS_FILE = FOLDER + "directions.yaml"
TASKS_FILE = FOLDER + "tasks.yaml"
AGENCIES_FILE = "agencies.csv"
UNITS_FILE = "units.csv"

CLEAN = {
    PLAN_FILE: PLAN,
    SHARE_FILE: SHARE,
    GROWTH_FILE: GROWTH,
    INCREASE_FILE: INCREASE,
    DIRECTIONS_FILE: DIRECTIONS,
    TASKS_FILE: TASKS,
    AGENCIES_FILE: AGENCIES,
    UNITS_FILE: UNITS,
}


def written(root: Path, *spoilt: tuple[str, str, str]) -> Path:
    """The clean definitions below `root`, with `(file, old, new)` replaced once each; returns the plans folder."""
    texts = dict(CLEAN)
    for file, old, new in spoilt:
        assert old in texts[file], f"{old!r} is not in {file}"
        texts[file] = texts[file].replace(old, new, 1)
    for file, text in texts.items():
        path = root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root / "plans"


def problems(root: Path, *spoilt: tuple[str, str, str]) -> list[Problem]:
    """Everything found wrong in the definitions with these lines spoilt."""
    return read_definitions(written(root, *spoilt))[1]


def only_problem(root: Path, *spoilt: tuple[str, str, str]) -> Problem:
    found = problems(root, *spoilt)
    assert len(found) == 1, found
    return found[0]


def with_unit(row: str) -> tuple[str, str, str]:
    """One more row at the end of the units file; it becomes row 6."""
    last = UNITS.splitlines()[-1]
    return UNITS_FILE, last, f"{last}\n{row}"
