"""What a person did can be taken back: the newest act by the bar's button, older ones by Ctrl+Z in turn."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QCoreApplication, QObject, Signal

if TYPE_CHECKING:
    from app.services.acts import Done, Undo
    from app.views.support.tasks import Calls

KEPT: Final = 100
_CONTEXT: Final = "UndoStack"


class UndoStack(QObject):
    """Keeps the ways back of this sitting, newest last, and runs them off the UI thread."""

    offered = Signal(str, object)
    """A sentence naming what was just done, and its ``Undo``."""
    reverted = Signal(object)
    """Carries the ``Done`` of the act that took something back."""
    emptied = Signal()
    """Ctrl+Z was pressed and there is nothing to take back."""

    def __init__(self, *, calls: Calls, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._calls = calls
        self._ways: deque[Undo] = deque(maxlen=KEPT)

    def push(self, done: Done[Any], text: str = "") -> None:
        """Remember the way back of an act, if it has one, and offer it; ``text`` says what was done."""
        if done.undo is None:
            return
        self._ways.append(done.undo)
        self.offered.emit(text or act_text(done.undo), done.undo)

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return bool(self._ways)

    @property
    def text(self) -> str:
        """Name of the act that Ctrl+Z would take back, or nothing."""
        return act_text(self._ways[-1]) if self._ways else ""

    def undo(self) -> None:
        """Take the newest act back; while one is being taken back, a further press waits for the next."""
        if self._calls.busy(self, "undo"):
            return
        if not self._ways:
            self.emptied.emit()
            return
        self._run(self._ways.pop())

    def take_back(self, way: Undo) -> None:
        """Take back one act by its own button, also when others came after it; a second press does nothing."""
        if way in self._ways and not self._calls.busy(self, "undo"):
            self._ways.remove(way)
            self._run(way)

    def _run(self, way: Undo) -> None:
        self._calls.run(self, "undo", way.revert, self.reverted.emit)


def act_text(undo: Undo) -> str:
    """Return what was done, in a person's words: "3 menções ignoradas"."""
    one, many = ACT_TEXTS.get(undo.verb, ACT_TEXTS["done"])
    text = QCoreApplication.translate(_CONTEXT, one if undo.count == 1 else many)
    return text.format(n=undo.count)


ACT_TEXTS: Final[dict[str, tuple[str, str]]] = {
    "done": ("Feito", "Feito em {n}"),
    "monitor": ("Menção em Monitorar", "{n} menções em Monitorar"),
    "ignore": ("Menção ignorada", "{n} menções ignoradas"),
    "back_to_triage": ("Menção de volta a A triar", "{n} menções de volta a A triar"),
    "monitor_mentions": ("Menção em Monitorar", "{n} menções em Monitorar"),
    "ignore_mentions": ("Menção ignorada", "{n} menções ignoradas"),
    "mentions_back_to_triage": ("Menção de volta a A triar", "{n} menções de volta a A triar"),
    "attach": ("Menção juntada ao atendimento", "{n} menções juntadas ao atendimento"),
    "open_case": ("Atendimento aberto", "{n} atendimentos abertos"),
    "assign": ("Atendimento atribuído", "{n} atendimentos atribuídos"),
    "take": ("Atendimento é seu", "{n} atendimentos são seus"),
    "release": ("Atendimento sem dono", "{n} atendimentos sem dono"),
    "classify": ("Classificação mudada", "{n} classificações mudadas"),
    "snooze": ("Atendimento adiado", "{n} atendimentos adiados"),
    "wake": ("Atendimento de volta à fila", "{n} atendimentos de volta à fila"),
    "forward_to_area": ("Atendimento encaminhado", "{n} atendimentos encaminhados"),
    "return_from_area": ("Resposta da área registrada", "{n} respostas de áreas registradas"),
    "close": ("Atendimento encerrado", "{n} atendimentos encerrados"),
    "resolve": ("Atendimento resolvido", "{n} atendimentos resolvidos"),
    "reopen": ("Atendimento reaberto", "{n} atendimentos reabertos"),
    "note": ("Nota incluída", "{n} notas incluídas"),
    "merge": ("Atendimentos unidos", "{n} atendimentos unidos"),
    "split": ("Atendimento separado", "{n} atendimentos separados"),
    "void": ("Atendimento anulado", "{n} atendimentos anulados"),
    "write_reply": ("Resposta na fila de envio", "{n} respostas na fila de envio"),
    "reply": ("Resposta na fila de envio", "{n} respostas na fila de envio"),
    "hide": ("Mensagem será ocultada na rede", "{n} mensagens serão ocultadas na rede"),
    "unhide": ("Mensagem volta a aparecer na rede", "{n} mensagens voltam a aparecer na rede"),
    "like": ("Mensagem será curtida na rede", "{n} mensagens serão curtidas na rede"),
    "unlike": ("Mensagem deixa de ser curtida na rede", "{n} mensagens deixam de ser curtidas na rede"),
    "reply_approved": ("Resposta aprovada", "{n} respostas aprovadas"),
    "report_changed": ("Relatório mudado", "{n} relatórios mudados"),
    "report_deleted": ("Relatório excluído", "{n} relatórios excluídos"),
    "swot_saved": ("Folha SWOT salva", "{n} folhas SWOT salvas"),
    "plan_written": ("Passo do plano escrito", "{n} passos do plano escritos"),
    "plan_settled": ("Passo do plano mudado", "{n} passos do plano mudados"),
    "plan_reordered": ("Ordem do plano mudada", "{n} ordens do plano mudadas"),
    "relation_added": ("Ação registrada", "{n} ações registradas"),
    "relation_changed": ("Ação mudada", "{n} ações mudadas"),
    "relation_deleted": ("Ação excluída", "{n} ações excluídas"),
    "template_added": ("Modelo incluído", "{n} modelos incluídos"),
    "template_changed": ("Modelo mudado", "{n} modelos mudados"),
    "article_added": ("Material incluído", "{n} materiais incluídos"),
    "article_changed": ("Material mudado", "{n} materiais mudados"),
    "ask_customer": ("Aguardando o cliente", "{n} atendimentos aguardando o cliente"),
    "customer_replied": ("Atendimento retomado", "{n} atendimentos retomados"),
    "attach_mentions": ("Mensagem juntada ao atendimento", "{n} mensagens juntadas a atendimentos"),
    "follow_up": ("Data do pós-atendimento mudada", "{n} datas de pós-atendimento mudadas"),
    "record_satisfaction": ("Satisfação anotada", "{n} notas de satisfação anotadas"),
    "record_external": ("Sistema externo anotado", "{n} números de sistema externo anotados"),
    "set_severe": ("Marca de situação grave mudada", "{n} marcas de situação grave mudadas"),
    "set_founded": ("Marca de crítica fundamentada mudada", "{n} marcas de crítica fundamentada mudadas"),
    "set_title": ("Título mudado", "{n} títulos mudados"),
    "write_solution": ("Solução guardada", "{n} soluções guardadas"),
    "tell_protocol": ("Protocolo informado", "{n} protocolos informados"),
    "promise": ("Promessa anotada", "{n} promessas anotadas"),
    "settle_promise": ("Promessa acertada", "{n} promessas acertadas"),
    "dispute_to_ombudsman": ("Atendimento levado à Ouvidoria", "{n} atendimentos levados à Ouvidoria"),
    "merge_customers": ("Clientes unidos", "{n} clientes unidos"),
    "edit_customer": ("Cliente alterado", "{n} clientes alterados"),
    "customer_merge": ("Cadastros unidos", "{n} cadastros unidos"),
    "customer_edited": ("Cadastro alterado", "{n} cadastros alterados"),
    "customer_vip": ("Marca de VIP mudada", "{n} marcas de VIP mudadas"),
    "customer_classified": ("Classificação do cliente mudada", "{n} classificações de clientes mudadas"),
    "handle_split": ("Perfil separado", "{n} perfis separados"),
    "link_rejected": ("Marcado como outra pessoa", "{n} marcados como outra pessoa"),
    "confirm_sentiment": ("Sentimento confirmado", "{n} sentimentos confirmados"),
    "delete_view": ("Filtro apagado", "{n} filtros apagados"),
    "apply_intake_rule": ("Menção em Monitorar pela regra", "{n} menções em Monitorar pela regra"),
    "revert_intake_rule": ("Menção de volta a A triar", "{n} menções de volta a A triar"),
    "hours_changed": ("Horário mudado", "{n} datas do horário mudadas"),
    "hours_assigned": ("Horário trocado", "{n} horários trocados"),
    "calendar_added": ("Horário criado", "{n} horários criados"),
    "calendar_removed": ("Horário excluído", "{n} horários excluídos"),
    "target_added": ("Prazo criado", "{n} prazos criados"),
    "target_changed": ("Prazo mudado", "{n} prazos mudados"),
    "target_removed": ("Prazo excluído", "{n} prazos excluídos"),
    "targets_moved": ("Ordem dos prazos mudada", "Ordem de {n} prazos mudada"),
    "change_setting": ("Regra mudada", "{n} regras mudadas"),
    "area_added": ("Área criada", "{n} áreas criadas"),
    "area_changed": ("Área mudada", "{n} áreas mudadas"),
    "ombudsman_set": ("Última instância escolhida", "{n} últimas instâncias escolhidas"),
    "area_retired": ("Área aposentada", "{n} áreas aposentadas"),
    "area_revived": ("Área de volta", "{n} áreas de volta"),
    "area_members": ("Pessoas da área mudadas", "Pessoas de {n} áreas mudadas"),
    "areas_reordered": ("Ordem das áreas mudada", "Ordem de {n} áreas mudada"),
    "node_added": ("Item criado na árvore", "{n} itens criados na árvore"),
    "node_changed": ("Item da árvore mudado", "{n} itens da árvore mudados"),
    "node_moved": ("Item movido", "{n} itens movidos"),
    "node_merged": ("Itens juntados", "{n} itens juntados"),
    "node_parted": ("Item separado", "{n} itens separados"),
    "node_retired": ("Item aposentado", "{n} itens aposentados"),
    "node_back": ("Item de volta", "{n} itens de volta"),
    "tree_imported": ("Árvore mudada pelo arquivo", "{n} itens mudados pelo arquivo"),
    "tree_adopted": ("Árvore pronta adotada", "{n} itens adotados da árvore pronta"),
    "axis_added": ("Eixo criado", "{n} eixos criados"),
    "axis_changed": ("Eixo mudado", "{n} eixos mudados"),
    "axis_moved": ("Eixo mudado de lugar", "{n} eixos mudados de lugar"),
    "axis_retired": ("Eixo aposentado", "{n} eixos aposentados"),
    "axis_back": ("Eixo de volta", "{n} eixos de volta"),
    "taken_in": ("Regras trazidas do arquivo", "Regras de {n} seções trazidas do arquivo"),
    "restored": ("Seção de volta ao original", "{n} seções de volta ao original"),
    "apply_rule": ("Menção em Monitorar pela regra", "{n} menções em Monitorar pela regra"),
    "take_alert": ("Alerta é seu", "{n} alertas são seus"),
    "open_room": ("Sala de crise aberta", "{n} salas de crise abertas"),
    "add_to_room": ("Menção juntada à sala", "{n} menções juntadas à sala"),
    "remove_from_room": ("Menção tirada da sala", "{n} menções tiradas da sala"),
    "room_note": ("Anotação incluída na sala", "{n} anotações incluídas na sala"),
    "tell_area": ("Área avisada", "{n} áreas avisadas"),
    "confirm_area": ("Área confirmada", "{n} áreas confirmadas"),
    "position_drafted": ("Posição guardada", "{n} posições guardadas"),
    "position_approved": ("Posição aprovada", "{n} posições aprovadas"),
    "position_withdrawn": ("Aprovação retirada", "{n} aprovações retiradas"),
    "close_room": ("Sala de crise encerrada", "{n} salas de crise encerradas"),
    "room_report": ("Relatório guardado", "{n} relatórios guardados"),
}
