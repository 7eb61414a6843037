"""The editor of trees by mouse and by keyboard, on a real file: every act is written, said, and can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from sqlalchemy import insert

from app.bootstrap.services import Services
from app.models.domain.changes import Changes, Topic
from app.models.domain.classification_tree import NodeInfo, Trees
from app.models.domain.people import Role
from app.models.domain.tree_plan import PlanProblem, Problem
from app.models.schema.rollups import AxisMonth
from app.services.rule_set import RuleSet
from app.services.tree_section import TreeSection
from app.views.settings.tree_dialogs import AxisDialog, NameDialog, PickDialog
from app.views.settings.tree_model import MIME, NODE_ROLE
from app.views.settings.tree_page import TreePage
from app.views.settings.tree_plan_dialogs import AdoptDialog, ImportDialog
from app.views.settings.tree_texts import carrier_text, problem_text
from app.views.support.desk import Desk
from tests.views.inbox.widget_tree import cut, nameless

Settle = Callable[[], None]


@pytest.fixture
def rules(services: Services) -> RuleSet:
    return RuleSet(database=services.database, sections=[TreeSection()])


@pytest.fixture
def page(desk: Desk, services: Services, rules: RuleSet, qtbot: QtBot, settle: Settle) -> TreePage:
    made = TreePage(desk=desk, trees=services.trees, rule_set=rules)
    qtbot.addWidget(made)
    made.resize(1100, 800)
    made.show()
    settle()
    return made


def tree_of(page: TreePage) -> Trees:
    picture = page._picture
    assert picture is not None
    return picture.trees


def node(page: TreePage, key: str, axis: str = "subject") -> NodeInfo:
    trees = tree_of(page)
    found = trees.axis_by_key(axis)
    assert found is not None
    return next(each for each in trees.nodes_of(found.id) if each.key == key)


def names(page: TreePage, parent: str | None = None) -> list[str]:
    above = None if parent is None else node(page, parent).id
    return [each.name for each in tree_of(page).children(page._axis_id, above)]


def press(page: TreePage, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    held = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        held |= modifier
    action = next(
        each
        for each in page.view.actions()
        if any(shortcut[0].key() == key and shortcut[0].keyboardModifiers() == held for shortcut in each.shortcuts())
    )
    action.trigger()


def test_the_page_opens_on_the_subjects_with_names_for_all(
    page: TreePage, qtmodeltester: ModelTester, desk: Desk
) -> None:
    assert page.axis is not None
    assert page.axis.name == "Assunto"
    assert page.node is not None
    assert page.node.name == "Atendimento"
    assert page.model.rowCount() == 4
    assert nameless(page) == []
    assert cut(page) == []
    qtmodeltester.check(page.model)
    for scale, width in ((150, 1_100), (150, 800), (100, 600)):
        desk.theme.apply(scale=scale)
        page.resize(width, 800)
        QApplication.processEvents()
        assert cut(page) == []


def test_figures_come_from_the_rollups_and_fold(page: TreePage, services: Services, settle: Settle) -> None:
    rows = [
        {"axis_id": page._axis_id, "month": 24_310, "node_id": node(page, key).id, "channel_id": 1, "n": n}
        for key, n in (("courier", 1_200), ("refund", 1), ("service_delay", 30))
    ]
    services.database.quiet(lambda connection: connection.execute(insert(AxisMonth), rows))
    page.reload()
    settle()
    top = page.model.index_of(node(page, "service").id)
    assert top.data(NODE_ROLE).count == "1.231 casos"
    assert page.model.index_of(node(page, "courier").id).data(NODE_ROLE).count == "1.200"
    assert page.model.index_of(node(page, "service_general").id).data(NODE_ROLE).count == ""
    said = top.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Atendimento, 1.231 casos"
    page.choose(node(page, "refund").id)
    assert page.form.where.text() == "em Atendimento · 1 caso · código refund"


def test_keys_move_a_node_every_way_and_undo_brings_it_back(page: TreePage, desk: Desk, settle: Settle) -> None:
    key, alt = Qt.Key, Qt.KeyboardModifier.AltModifier
    page.choose(node(page, "service_center").id)
    before = names(page, "service")
    for arrow, after in (
        (key.Key_Up, ["Atendimento da central", "Atendimento geral"]),
        (key.Key_Up, ["Atendimento da central", "Atendimento geral"]),
        (key.Key_Down, ["Atendimento geral", "Atendimento da central"]),
    ):
        press(page, arrow, alt)
        settle()
        assert names(page, "service")[:2] == after
    press(page, key.Key_Right, alt)
    settle()
    assert names(page, "service_general") == ["Atendimento da central"]
    press(page, key.Key_Left, alt)
    settle()
    assert names(page, "service")[:2] == before[:2]
    press(page, key.Key_Left, alt)
    settle()
    assert names(page)[:2] == ["Atendimento", "Atendimento da central"]
    assert page.node is not None
    assert page.node.key == "service_center"
    press(page, key.Key_Left, alt)
    for _ in range(5):
        desk.undo.undo()
        settle()
    assert names(page, "service") == before


def test_the_last_goes_down_no_further(page: TreePage, settle: Settle) -> None:
    before = names(page)
    page.choose(node(page, "brand_image").id)
    press(page, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    settle()
    page.choose(node(page, "touchpoints").id)
    press(page, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    settle()
    assert names(page) == [*before[:2], before[3], before[2]]


def test_dragging_asks_for_the_same_move(page: TreePage, settle: Settle) -> None:
    gift, product, center = (node(page, key) for key in ("product_gifts", "product", "service_center"))
    model, move = page.model, Qt.DropAction.MoveAction
    dragged = model.mimeData([model.index_of(gift.id)])
    onto = model.index_of(node(page, "service").id)
    row = model.index_of(center.id).row()
    assert model.canDropMimeData(dragged, move, row, 0, onto)
    assert not model.dropMimeData(dragged, move, row, 0, onto)
    settle()
    assert names(page, "service")[:3] == ["Atendimento geral", "Brindes", "Atendimento da central"]
    whole = model.mimeData([model.index_of(product.id)])
    inside = model.index_of(node(page, "product_price").id)
    assert not model.canDropMimeData(whole, move, -1, -1, inside)
    foreign = QMimeData()
    foreign.setData(MIME, b"x")
    assert not model.canDropMimeData(foreign, move, -1, -1, QModelIndex())
    model.dropMimeData(model.mimeData([model.index_of(gift.id)]), move, -1, -1, QModelIndex())
    settle()
    assert names(page)[-1] == "Brindes"


def test_a_name_is_edited_in_its_row(page: TreePage, desk: Desk, qtbot: QtBot, settle: Settle) -> None:
    page.choose(node(page, "courier").id)
    press(page, Qt.Key.Key_F2)
    editor = page.view.findChild(QLineEdit)
    assert editor is not None
    editor.setText("Motoboy")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: node(page, "courier").name == "Motoboy")
    settle()
    assert page.form.name.text() == "Motoboy"
    assert page.view.state() != QAbstractItemView.State.EditingState
    desk.undo.undo()
    settle()
    assert page.form.name.text() == "Entregador"


def test_new_nodes_beside_and_inside(page: TreePage, settle: Settle) -> None:
    page.choose(node(page, "courier").id)
    press(page, Qt.Key.Key_Insert)
    dialog = page.questions.dialog
    assert isinstance(dialog, NameDialog)
    dialog.try_submit()
    assert dialog.error_of("name") == "Escreva o nome do item."
    dialog.name.setText("atendimento geral")
    dialog.try_submit()
    settle()
    assert "Já existe “Atendimento geral” nesse lugar." in dialog.error_of("")
    dialog.name.setText("Retirada na loja")
    dialog.try_submit()
    settle()
    place = names(page, "service").index("Retirada na loja")
    assert names(page, "service")[place - 1] == "Entregador"
    assert page.node is not None
    assert page.node.name == "Retirada na loja"
    press(page, Qt.Key.Key_Insert, Qt.KeyboardModifier.ShiftModifier)
    inner = page.questions.dialog
    assert isinstance(inner, NameDialog)
    inner.name.setText("Fila")
    inner.try_submit()
    settle()
    assert tree_of(page).path(page.node.id) == "Atendimento › Retirada na loja › Fila"


def test_merging_says_what_follows_and_parts_later(page: TreePage, desk: Desk, qtbot: QtBot, settle: Settle) -> None:
    page.choose(node(page, "order_missing").id)
    page.panes.merge_button.click()
    dialog = page.questions.dialog
    assert isinstance(dialog, PickDialog)
    qtbot.keyClicks(dialog.field.edit, "demora na e")
    qtbot.keyClick(dialog.field.edit, Qt.Key.Key_Return)
    assert (
        dialog.what.text() == "0 casos de “Pedido não entregue” passam a contar em “Atendimento › Demora na entrega”."
    )
    dialog.try_submit()
    settle()
    merged = node(page, "order_missing")
    line = page.model.index_of(merged.id).data(NODE_ROLE)
    assert line.note == "juntado em “Atendimento › Demora na entrega”"
    assert not page.form.name.isEnabled() or page.form.name.isReadOnly()
    assert page.panes.retire_button.text() == "Separar"
    page.choose(node(page, "delivery_delay").id)
    assert "responde também por Pedido não entregue" in page.form.where.text()
    page.choose(merged.id)
    page.panes.retire_button.click()
    settle()
    assert node(page, "order_missing").is_offered
    desk.undo.undo()
    settle()
    assert not node(page, "order_missing").is_offered


def test_moving_by_type_ahead_also_to_the_top(page: TreePage, settle: Settle) -> None:
    page.choose(node(page, "courier").id)
    press(page, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier)
    dialog = page.questions.dialog
    assert isinstance(dialog, PickDialog)
    assert not dialog.submit_button.isEnabled()
    dialog.field.chosen.emit(0)
    assert dialog.what.text() == "“Entregador” vai para o topo do eixo, com tudo o que tem dentro."
    dialog.try_submit()
    settle()
    assert names(page)[-1] == "Entregador"


def test_retiring_greys_a_branch_and_brings_it_back(page: TreePage, settle: Settle) -> None:
    page.choose(node(page, "product").id)
    press(page, Qt.Key.Key_Delete)
    settle()
    line = page.model.index_of(node(page, "product").id).data(NODE_ROLE)
    assert line.note == "aposentado em 21 nov"
    assert names(page)[-1] == "Produto"
    assert page.panes.retire_button.text() == "Trazer de volta"
    assert not page.panes.merge_button.isEnabled()
    page.panes.retire_button.click()
    settle()
    assert node(page, "product_price").is_offered


def test_the_form_saves_each_field_when_it_is_left(page: TreePage, settle: Settle) -> None:
    page.choose(node(page, "courier").id)
    form = page.form
    form.name.setText("Motoboy")
    form.name.editingFinished.emit()
    form.description.setPlainText("Quem entrega na porta.")
    form.description.left.emit()
    form.examples.setPlainText("O rapaz foi gentil.\nNão subiu a escada.")
    form.examples.left.emit()
    form.color.setCurrentIndex(1)
    form.color.activated.emit(1)
    form.shortcut.setText("m")
    form.shortcut.editingFinished.emit()
    settle()
    now = node(page, "courier")
    assert (now.name, now.description, now.shortcut, now.color) == ("Motoboy", "Quem entrega na porta.", "M", "#2f6fdb")
    assert now.examples == "O rapaz foi gentil.\nNão subiu a escada."
    assert form.saved.text() == "Salvo"
    form.undo_button.click()
    settle()
    assert node(page, "courier").shortcut is None
    form.shortcut.setText("-")
    other = node(page, "refund")
    page.choose(other.id)
    settle()
    assert page.frame.message.text().startswith("A tecla “-” não serve.")


def test_a_key_that_is_taken_is_said_and_what_was_typed_stays(page: TreePage, qtbot: QtBot, settle: Settle) -> None:
    page.show_axis(next(axis.id for axis in tree_of(page).axes if axis.key == "nature"))
    page.choose(node(page, "praise", "nature").id)
    page.form.shortcut.setText("1")
    page.form.shortcut.editingFinished.emit()
    settle()
    assert page.frame.message.text().startswith("A tecla 1 já é de “Dúvida”.")
    assert page.form.shortcut.text() == "1"
    assert page.form.shortcut.property("invalid") == "true"
    qtbot.keyClick(page.form.shortcut, Qt.Key.Key_Escape)
    assert page.form.shortcut.text() == "5"


@pytest.mark.parametrize("keep_mine", [True, False])
def test_two_supervisors_see_both_texts(
    page: TreePage, services: Services, desk: Desk, settle: Settle, *, keep_mine: bool
) -> None:
    mine = node(page, "courier")
    page.choose(mine.id)
    page.form.name.setText("Moto")
    services.trees.change_node(desk.actor, mine.id, expected_version=mine.version, name="Motoboy")
    settle()
    page._on_changes(Changes(origin="other", topics=frozenset({Topic.TREE})))
    settle()
    assert page.form.name.text() == "Moto"
    page.form.flush()
    settle()
    note = page.form.conflict
    assert note.isVisible()
    assert "a equipe gravou “Motoboy”; você escreveu “Moto”" in note.text.text()
    assert page.form.name.text() == "Moto"
    (note.mine if keep_mine else note.theirs).click()
    settle()
    assert node(page, "courier").name == ("Moto" if keep_mine else "Motoboy")
    assert page.form.name.text() == ("Moto" if keep_mine else "Motoboy")
    assert not note.isVisible()


def test_the_filter_knows_no_accents_and_opens_what_fits(page: TreePage) -> None:
    page.search.edit.setText("COBRANCA")
    page.search.searched.emit("COBRANCA")
    assert [tree_of(page).nodes[each].name for each in page.model.ids] == [
        "Atendimento",
        "Erro de cobrança ou pagamento",
    ]
    assert page.node is not None
    assert page.node.key == "billing_error"
    page.search.edit.setText("xyz")
    page.search.searched.emit("xyz")
    assert page.panes.empty.isVisible()
    page.panes.empty.requested.emit()
    assert len(page.model.ids) > 30
    assert page.view.isVisible()


def choose_from_menu(page: TreePage, text: str) -> None:
    next(each for each in page.axes.menu.actions() if each.text() == text).trigger()


def test_axes_are_made_renamed_and_retired(page: TreePage, settle: Settle) -> None:
    page.axes.add_button.click()
    dialog = page.questions.dialog
    assert isinstance(dialog, AxisDialog)
    dialog.try_submit()
    assert dialog.error_of("name")
    dialog.name.setText("Loja")
    dialog.carrier.setCurrentIndex(1)
    dialog.try_submit()
    settle()
    assert page.axis is not None
    assert (page.axis.name, page.axis.carrier) == ("Loja", "customer")
    choose_from_menu(page, "Mover para a esquerda")
    settle()
    assert [axis.name for axis in tree_of(page).axes][-2:] == ["Loja", "Frente"]
    choose_from_menu(page, "Editar eixo…")
    edit = page.questions.dialog
    assert isinstance(edit, AxisDialog)
    edit.name.setText("Unidade")
    edit.try_submit()
    settle()
    choose_from_menu(page, "Aposentar eixo")
    settle()
    button = page.axes.button_of(page._axis_id)
    assert button is not None
    assert button.text() == "Unidade (aposentado)"
    choose_from_menu(page, "Trazer o eixo de volta")
    settle()
    assert page.axis.is_active


def test_an_empty_axis_offers_its_first_node(
    page: TreePage, services: Services, desk: Desk, qtbot: QtBot, settle: Settle
) -> None:
    done = services.trees.axes.add_axis(desk.actor, "Loja", "case")
    qtbot.waitUntil(lambda: tree_of(page).axis_by_key("loja") is not None)
    page.show_axis(done.value)
    assert page.panes.empty.isVisible()
    assert page.node is None
    page.panes.empty.requested.emit()
    first = page.questions.dialog
    assert isinstance(first, NameDialog)
    first.name.setText("Savassi")
    first.try_submit()
    settle()
    assert page.view.isVisible()
    assert page.node is not None
    assert page.node.name == "Savassi"


def test_what_the_program_needs_stays(page: TreePage) -> None:
    nature = next(axis for axis in tree_of(page).axes if axis.key == "nature")
    pill = page.axes.button_of(nature.id)
    assert pill is not None
    pill.click()
    assert page.axis is nature
    assert not next(each for each in page.axes.menu.actions() if each.text() == "Aposentar eixo").isEnabled()
    choose_from_menu(page, "Editar eixo…")
    fixed = page.questions.dialog
    assert isinstance(fixed, AxisDialog)
    assert not fixed.carrier.isEnabled()
    fixed.reject()


def test_a_ready_made_tree_is_adopted_by_branches(page: TreePage, desk: Desk, settle: Settle) -> None:
    page.panes.ready_button.click()
    dialog = page.questions.dialog
    assert isinstance(dialog, AdoptDialog)
    dialog.choice.setCurrentIndex(dialog.choice.findData("bank"))
    settle()
    assert dialog.summary.text() == "Nada muda"
    assert not dialog.submit_button.isEnabled()
    dialog.tick("atendimento_phone_banking")
    dialog.tick("leasing")
    settle()
    assert dialog.summary.text() == "2 novos, 1 já existe"
    dialog.all.setChecked(True)
    settle()
    assert dialog.summary.text().startswith("15 novos")
    dialog.all.setChecked(False)
    dialog.tick("leasing")
    settle()
    dialog.try_submit()
    settle()
    assert names(page)[-1] == "Leasing"
    desk.undo.undo()
    settle()
    assert "Leasing" not in names(page)


def test_a_file_is_seen_before_it_is_taken_in(page: TreePage, desk: Desk, tmp_path: Path, settle: Settle) -> None:
    path = tmp_path / "sac.csv"
    path.write_text(
        "chave;pai;nome;quando usar\nservice;;Balcão;\npix;service;Pix;\nproduct_price;touchpoints;Preço;\n",
        encoding="cp1252",
    )
    assert page.axis is not None
    page.files.open_file(path, page.axis)
    settle()
    dialog = page.questions.dialog
    assert isinstance(dialog, ImportDialog)
    assert dialog.summary.text() == "1 novo, 1 muda, 1 muda de lugar"
    shown = [[dialog.model.index(row, column).data() for column in range(1, 4)] for row in range(3)]
    assert shown == [
        ["Muda", "Balcão", "Nome: Atendimento → Balcão"],
        ["Novo", "Pix", "em Atendimento"],
        ["Muda de lugar", "Preço", "em Pontos de contato"],
    ]
    dialog.retire.setChecked(True)
    settle()
    assert "aposentam" in dialog.summary.text()
    dialog.retire.setChecked(False)
    settle()
    dialog.try_submit()
    settle()
    assert names(page)[0] == "Balcão"
    desk.undo.undo()
    settle()
    assert names(page)[0] == "Atendimento"


def test_a_file_with_wrong_rows_waits(
    page: TreePage, services: Services, desk: Desk, tmp_path: Path, settle: Settle
) -> None:
    path = tmp_path / "sac.json"
    path.write_text('[{"key": "a", "name": "A", "parent": "nada"}]', encoding="utf-8")
    assert page.axis is not None
    page.files.open_file(path, page.axis)
    settle()
    dialog = page.questions.dialog
    assert isinstance(dialog, ImportDialog)
    assert dialog.summary.text().startswith("1 linha com problema")
    assert not dialog.submit_button.isEnabled()
    dialog.reject()
    path.write_text('{"nodes": [', encoding="utf-8")
    page.files.open_file(path, page.axis)
    settle()
    assert page.frame.message.text().startswith("O JSON está quebrado na linha 1.")
    page.files.open_file(tmp_path / "none.csv", page.axis)
    settle()
    assert page.frame.message.text().startswith("Não foi possível ler none.csv.")
    path.write_text('[{"key": "service", "name": "Balcão"}]', encoding="utf-8")
    page.files.open_file(path, page.axis)
    settle()
    stale = page.questions.dialog
    assert isinstance(stale, ImportDialog)
    services.trees.change_node(desk.actor, node(page, "service").id, expected_version=1, name="Casa")
    stale.try_submit()
    settle()
    assert "Um colega mudou" in stale.error_of("")
    stale.try_submit()
    settle()
    assert names(page)[0] == "Balcão"


@pytest.mark.parametrize("ending", ["csv", "json"])
def test_a_tree_goes_out_and_comes_in_unchanged(
    page: TreePage, said: list[str], tmp_path: Path, settle: Settle, ending: str
) -> None:
    path = tmp_path / f"arvore.{ending}"
    assert page.axis is not None
    page.files.save_file(path, page.axis)
    settle()
    assert said == [f"Árvore gravada em arvore.{ending}"]
    page.files.open_file(path, page.axis)
    settle()
    dialog = page.questions.dialog
    assert isinstance(dialog, ImportDialog)
    assert dialog.summary.text() == "56 já existem" or dialog.summary.text().endswith("já existem")
    assert not dialog.submit_button.isEnabled()
    dialog.reject()
    page.files.save_file(tmp_path / "nowhere" / "x.csv", page.axis)
    settle()
    assert "x.csv" in page.frame.message.text()


def test_an_attendant_only_reads(desk: Desk, services: Services, rules: RuleSet, qtbot: QtBot, settle: Settle) -> None:
    attendant = replace(desk, actor=replace(desk.actor, role=Role.ATTENDANT))
    made = TreePage(desk=attendant, trees=services.trees, rule_set=rules)
    qtbot.addWidget(made)
    made.show()
    settle()
    assert made.form.name.isReadOnly()
    assert not made.form.color.isEnabled()
    for button in (made.panes.new_button, made.panes.import_button, made.panes.merge_button, made.panes.retire_button):
        assert not button.isEnabled()
    assert made.panes.export_button.isEnabled()
    assert not made.axes.add_button.isVisible()
    index = made.model.index(0, 0)
    assert not made.model.flags(index) & Qt.ItemFlag.ItemIsEditable
    made.shift("down")
    made.retire()
    made.merge()
    made.move_to()
    made.add(is_inner=True)
    made.rename()
    settle()
    assert made.questions.dialog is None
    assert nameless(made) == []


def test_restoring_brings_the_first_day_back(page: TreePage, settle: Settle) -> None:
    page.choose(node(page, "product").id)
    press(page, Qt.Key.Key_Delete)
    settle()
    page.frame.restore_button.click()
    next(each for each in page.frame.confirm.findChildren(QPushButton) if each.text() == "Restaurar").click()
    settle()
    assert node(page, "product").is_offered


def test_every_problem_and_carrier_has_words() -> None:
    for problem in Problem:
        assert "X" in problem_text(PlanProblem(1, problem, "X")) or problem is Problem.NO_NAME
    assert carrier_text("mention") == "cada menção"
    assert carrier_text("other") == "other"


def test_the_row_under_the_mouse_is_drawn_by_hand(
    page: TreePage, services: Services, desk: Desk, settle: Settle
) -> None:
    courier = node(page, "courier")
    services.trees.change_node(desk.actor, courier.id, expected_version=1, color="#d1453b", shortcut="M")
    settle()
    page.reload()
    settle()
    page.choose(courier.id)
    rect = page.view.visualRect(page.model.index_of(courier.id))
    picture = page.view.viewport().grab(rect).toImage()
    side = desk.theme.metrics.step(1) + desk.theme.metrics.px(4)
    assert picture.pixelColor(QPoint(side, rect.height() // 2)).name() == "#d1453b"
