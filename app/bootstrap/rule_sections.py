"""All sections of the rules, in the order in which they build on each other."""

from __future__ import annotations

from app.models.domain.changes import Topic
from app.models.domain.legal import read_legal
from app.models.domain.routing import check_routes, routes_from
from app.services.area_section import AreasSection
from app.services.articles import ArticleSection, ArticleService
from app.services.crisis_matrix import crisis_section
from app.services.hours_section import CalendarSection
from app.services.practice import practice_sections
from app.services.rule_set import RuleSection, SettingSection
from app.services.spelling.service import check_words
from app.services.staffing import staffing_section
from app.services.targets_section import TargetsSection
from app.services.template_editing import TemplateEditing, TemplateSection
from app.services.tree_section import TreeSection


def rule_sections(*, templates: TemplateEditing, articles: ArticleService) -> list[RuleSection]:
    """Return the sections: the tree and the areas first, what names them after."""
    return [
        TreeSection(),
        AreasSection(),
        CalendarSection(),
        TargetsSection(),
        SettingSection("legal", {"legal": read_legal}, topics=[Topic.TARGETS]),
        crisis_section(),
        *practice_sections(),
        SettingSection("routes", {"routes": lambda value: check_routes(routes_from(value))}),
        TemplateSection(editing=templates),
        ArticleSection(articles=articles),
        staffing_section(),
        SettingSection("spelling", {"spelling_words": check_words}),
    ]
