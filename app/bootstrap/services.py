"""Builds every service once, each with just what it uses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.bootstrap.channels import ChannelServices, build_channels
from app.bootstrap.networks import NETWORKS
from app.bootstrap.rule_sections import rule_sections
from app.bootstrap.suggestions import build_suggestions
from app.services.alerts import AlertService
from app.services.areas import AreaService
from app.services.articles import ArticleService
from app.services.attachments import AttachmentService
from app.services.board_layouts import BoardLayoutService
from app.services.breaches import BreachService
from app.services.case_book import CaseBook
from app.services.case_clock import CaseClock
from app.services.case_deadlines import CaseDeadlines
from app.services.case_desk import CaseDesk
from app.services.case_explain import CaseExplainService
from app.services.case_joining import CaseJoining
from app.services.case_merge import CaseMergeService
from app.services.case_opening import CaseOpening
from app.services.case_reader import CaseReader, TreeShelf
from app.services.cases import CaseService
from app.services.channels.base import Network
from app.services.charts import ChartService
from app.services.classification import ClassificationService
from app.services.crisis_closing import CrisisClosing
from app.services.crisis_matrix import CrisisMatrixService
from app.services.crisis_review import CrisisReview
from app.services.crisis_rooms import CrisisRoomService
from app.services.crisis_work import CrisisWork
from app.services.customer_merge import CustomerMergeService
from app.services.customers import CustomerService
from app.services.data_exports import DataExportService
from app.services.database import Database
from app.services.deadline_watch import DeadlineWatch
from app.services.drafts import DraftService
from app.services.exports import ExportService
from app.services.filter_choices import FilterChoiceService
from app.services.flow_counts import FlowCountsService
from app.services.follow_up import FollowUpService
from app.services.forecast import ForecastService
from app.services.forwarding import ForwardingService
from app.services.inbox import InboxService
from app.services.intake.import_job import ImportJob
from app.services.intake.rules import RuleBook
from app.services.intake.runs import ImportRuns
from app.services.intake.wiring import build_intake
from app.services.legal_duties import LegalDutyService
from app.services.mention_book import MentionBook
from app.services.mention_source import MentionSourceService
from app.services.notes import NoteService
from app.services.opening_hours import OpeningHoursService
from app.services.outbox_list import OutboxListService
from app.services.people import PeopleService
from app.services.plan_facts import PlanFactsService
from app.services.planning import PlanningService
from app.services.practice import PracticeService
from app.services.presence import PresenceService
from app.services.relations import RelationService
from app.services.replanning import ReplanService
from app.services.replies import ReplyService
from app.services.reply_approval import ReplyApproval
from app.services.report_book import ReportBook
from app.services.report_maker import ReportMaker
from app.services.routes import AutomaticRoutes, RouteService
from app.services.rule_links import check_links
from app.services.rule_set import RuleSet
from app.services.saved_views import SavedViewService
from app.services.search import SearchService
from app.services.search_typing import TypingService
from app.services.secrets import KeyringSecrets, Secrets
from app.services.settings_book import SettingsBook
from app.services.spelling.service import SpellingService
from app.services.spelling.speller import Speller
from app.services.staffing import StaffingService
from app.services.suggestions.service import SuggestionService
from app.services.swot import SwotService
from app.services.targets import TargetService
from app.services.template_editing import TemplateEditing
from app.services.templates import TemplateService
from app.services.themes import ThemeService
from app.services.tree_editing import TreeEditing
from app.services.triage import TriageService


@dataclass(frozen=True, slots=True)
class Services:
    """All services of one opened database; only the composition root sees this value."""

    database: Database
    people: PeopleService
    inbox: InboxService
    search: SearchService
    typing: TypingService
    themes: ThemeService
    triage: TriageService
    saved_views: SavedViewService
    filter_choices: FilterChoiceService
    charts: ChartService
    board_layouts: BoardLayoutService
    planning: PlanningService
    plan_facts: PlanFactsService
    relations: RelationService
    swot: SwotService
    report_book: ReportBook
    report_maker: ReportMaker
    exports: ExportService
    data_exports: DataExportService
    attachments: AttachmentService
    sources: MentionSourceService
    cases: CaseService
    case_merge: CaseMergeService
    replies: ReplyService
    approval: ReplyApproval
    notes: NoteService
    forwarding: ForwardingService
    automatic_routes: AutomaticRoutes
    follow_up: FollowUpService
    deadlines: CaseDeadlines
    deadline_watch: DeadlineWatch
    replanning: ReplanService
    classification: ClassificationService
    suggestions: SuggestionService
    trees: TreeEditing
    customers: CustomerService
    customer_merge: CustomerMergeService
    drafts: DraftService
    presence: PresenceService
    templates: TemplateService
    imports: ImportJob
    import_runs: ImportRuns
    rules: RuleBook
    channels: ChannelServices
    outbox_list: OutboxListService
    shelf: TreeShelf
    spelling: SpellingService
    articles: ArticleService
    template_editing: TemplateEditing
    practice: PracticeService
    alerts: AlertService
    crisis_rooms: CrisisRoomService
    crisis_work: CrisisWork
    crisis_closing: CrisisClosing
    settings_book: SettingsBook
    areas: AreaService
    routes: RouteService
    flow_counts: FlowCountsService
    hours: OpeningHoursService
    targets: TargetService
    crisis_matrix: CrisisMatrixService
    crisis_review: CrisisReview
    rule_set: RuleSet
    forecast: ForecastService
    staffing: StaffingService


def build_services(
    database: Database, *, secrets_store: Secrets | None = None, networks: Mapping[str, Network] = NETWORKS
) -> Services:
    """Wire the services of an opened database; secrets lie in the system's keyring unless given another place."""
    mentions, clock, shelf = MentionBook(), CaseClock(), TreeShelf()
    book = CaseBook(mentions=mentions)
    reader = CaseReader(database=database, shelf=shelf, clock=clock)
    desk = CaseDesk(database=database, book=book, clock=clock, reader=reader)
    opening = CaseOpening(database=database, book=book, mentions=mentions, clock=clock, desk=desk, reader=reader)
    joining = CaseJoining(database=database, book=book, mentions=mentions, opening=opening, desk=desk, reader=reader)
    cases = CaseService(desk=desk, opening=opening, joining=joining, reader=reader)
    customers = CustomerService(database=database, book=book, desk=desk, reader=reader)
    inbox = InboxService(database=database)
    runs, closing = ImportRuns(database=database), CrisisClosing(database=database)
    forwarding = ForwardingService(database=database, desk=desk, book=book, clock=clock)
    template_editing, articles = TemplateEditing(database=database), ArticleService(database=database)
    intake, settings_book = build_intake(database), SettingsBook(database=database)
    channels = build_channels(
        database, intake=intake, secrets_store=secrets_store or KeyringSecrets(), networks=networks
    )
    kinds = {key: network.kind for key, network in networks.items()}
    forecast = ForecastService(database=database)
    charts = ChartService(database=database, shelf=shelf, forecast=forecast)
    return Services(
        database=database,
        people=PeopleService(database=database),
        inbox=inbox,
        search=SearchService(database=database, inbox=inbox),
        typing=TypingService(database=database, inbox=inbox),
        themes=ThemeService(database=database, inbox=inbox),
        triage=TriageService(database=database, mentions=mentions, case_book=book, cases=cases),
        saved_views=SavedViewService(database=database),
        filter_choices=FilterChoiceService(database=database),
        charts=charts,
        board_layouts=BoardLayoutService(database=database),
        planning=PlanningService(database=database),
        plan_facts=PlanFactsService(database=database),
        relations=RelationService(database=database, inbox=inbox),
        swot=SwotService(database=database, charts=charts, shelf=shelf),
        report_book=ReportBook(database=database),
        report_maker=ReportMaker(database=database, charts=charts),
        exports=ExportService(),
        data_exports=DataExportService(database=database, inbox=inbox),
        attachments=AttachmentService(database=database),
        sources=MentionSourceService(database=database),
        cases=cases,
        case_merge=CaseMergeService(database=database, book=book, mentions=mentions, desk=desk, reader=reader),
        replies=ReplyService(database=database, desk=desk, book=book, reader=reader, kinds=kinds),
        approval=ReplyApproval(database=database, desk=desk, book=book, reader=reader, kinds=kinds),
        notes=NoteService(desk=desk),
        forwarding=forwarding,
        automatic_routes=AutomaticRoutes(database=database, shelf=shelf, forwarding=forwarding),
        follow_up=FollowUpService(database=database, desk=desk, clock=clock),
        deadlines=CaseDeadlines(
            CaseExplainService(database=database, clock=clock),
            LegalDutyService(database=database, desk=desk, clock=clock, opening=opening),
            BreachService(desk=desk),
        ),
        deadline_watch=DeadlineWatch(database=database, clock=clock),
        replanning=ReplanService(database=database, clock=clock),
        classification=ClassificationService(database=database, desk=desk, mentions=mentions, shelf=shelf),
        suggestions=build_suggestions(database, book=book, mentions=mentions, shelf=shelf),
        trees=TreeEditing(database=database, shelf=shelf),
        customers=customers,
        customer_merge=CustomerMergeService(database=database, book=book, customers=customers),
        drafts=DraftService(database=database),
        presence=PresenceService(database=database),
        templates=TemplateService(database=database, position=closing.position_for_case),
        imports=ImportJob(database=database, intake=intake, runs=runs),
        import_runs=runs,
        rules=RuleBook(database=database, book=mentions),
        channels=channels,
        outbox_list=OutboxListService(database=database),
        shelf=shelf,
        spelling=SpellingService(speller=Speller(), book=SettingsBook(database=database)),
        articles=articles,
        template_editing=template_editing,
        practice=PracticeService(database=database),
        alerts=AlertService(database=database),
        crisis_rooms=CrisisRoomService(database=database),
        crisis_work=CrisisWork(database=database),
        crisis_closing=closing,
        settings_book=settings_book,
        areas=AreaService(database=database),
        routes=RouteService(database=database, book=settings_book, shelf=shelf),
        flow_counts=FlowCountsService(database=database),
        hours=OpeningHoursService(database=database, settings_book=settings_book),
        targets=TargetService(database=database),
        crisis_matrix=CrisisMatrixService(database=database, settings=settings_book),
        crisis_review=CrisisReview(database=database, mentions=mentions, cases=book, desk=desk),
        rule_set=RuleSet(
            database=database,
            sections=rule_sections(templates=template_editing, articles=articles),
            links=check_links,
        ),
        forecast=forecast,
        staffing=StaffingService(database=database, settings=settings_book),
    )
