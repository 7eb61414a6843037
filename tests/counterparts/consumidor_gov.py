"""The official service of consumidor.gov.br on loopback: tokens of a day, complaints with their steps, one answer."""

from __future__ import annotations

import base64
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from tests.counterparts.http_server import HttpServer, Refusal, Reply, Request, route

CLIENT, CODE, SECRET = "c-1", "code-1", "secret-1"
CPF = "52998224725"
_ZONE = ZoneInfo("America/Sao_Paulo")
_KINDS = {1: "Abertura da reclamação", 3: "Resposta do fornecedor", 4: "Avaliação do consumidor", 11: "Edição"}
_SITUATIONS = {3: "Em análise pelo fornecedor", 4: "Respondida", 6: "Finalizada avaliada", 8: "Cancelada"}


class ConsumidorGovServer(HttpServer):
    """One company. A consumer complains with ``complain``; ``has_steps``: whether listings show the steps."""

    def __init__(self, now: datetime, *, has_steps: bool = True) -> None:
        super().__init__()
        self.now = now
        self.has_steps = has_steps
        self.complaints: dict[str, dict[str, Any]] = {}
        self.files: dict[str, bytes] = {}
        self.token_number = 0
        self._steps = 0

    # What consumers and the State do.

    def complain(self, words: str, ago: timedelta = timedelta(), wish: str = "Quero a troca.") -> str:
        """File a complaint some time ago and return its protocol."""
        with self.lock:
            at = self.now - ago
            protocol = f"{at:%Y%m}{10_000_000 + len(self.complaints)}"
            self.complaints[protocol] = {
                "protocolo": protocol,
                "situacao": {"codigo": 3, "descricao": _SITUATIONS[3]},
                "meioConsumo": {"codigo": 1, "descricao": "Internet"},
                "prazo": _stamp(at + timedelta(days=10)),
                "nomeCampoPrazo": "Prazo de resposta",
                "dataAbertura": _stamp(at),
                "area": {"codigo": 1, "descricao": "Demais produtos"},
                "assunto": {"codigo": 2, "descricao": "Eletrodoméstico"},
                "problema": {"codigo": 3, "descricao": "Não entrega"},
                "reclamante": {
                    "numeroIdentificacao": "C77",
                    "nome": "Ana Souza",
                    "cidade": "Recife",
                    "estado": "PE",
                    "documento": "52998224725",
                    "emails": [{"email": "ana@exemplo.com.br"}],
                    "telefones": [{"ddd": "81", "telefone": "55550000"}],
                },
                "reclamado": {"nomeFantasia": "Loja Exemplo"},
                "tramites": [],
            }
            self.add_step(protocol, 1, "Ana Souza", words, wish, ago=ago)
            return protocol

    def add_step(
        self, protocol: str, kind: int, author: str, *words: str, ago: timedelta = timedelta(), **fields: Any
    ) -> None:
        """Let something happen to a complaint."""
        with self.lock:
            self._steps += 1
            texts = [{"texto": each, "tipo": {"codigo": 1, "descricao": "Texto"}} for each in words]
            self.complaints[protocol]["tramites"].append(
                {
                    "codigo": self._steps,
                    "tipo": {"codigo": kind, "descricao": _KINDS.get(kind, f"Tipo {kind}")},
                    "data": _stamp(self.now - ago),
                    "autor": author,
                    "protocoloReclamacao": protocol,
                    "textos": texts,
                    "anexos": [],
                    **fields,
                }
            )

    def put_in(self, protocol: str, situation: int) -> None:
        """Move a complaint into a situation."""
        with self.lock:
            told = {"codigo": situation, "descricao": _SITUATIONS.get(situation, "")}
            self.complaints[protocol]["situacao"] = told

    # What the company is answered.

    def before(self, request: Request) -> Reply | None:
        """Look at the token, the version and the person."""
        if request.path == "/seguranca/empresa/token":
            return None
        assert request.headers["user-agent"] == "api-consumidor"
        assert request.headers["versao"] == "1.0"
        if request.bearer != f"token-{self.token_number}":
            return _refusal(400, "Token informado inválido ou inexistente.").reply
        if request.headers["cpfautorizado"] != CPF:
            return _refusal(400, "CPF do usuário autorizado inexistente ou inválido.").reply
        return None

    @route("POST", r"/seguranca/empresa/token")
    def token(self, request: Request) -> object:
        given = [request.one(each) for each in ("grant_type", "client_id", "code", "client_secret")]
        if given != ["client_credentials", CLIENT, CODE, SECRET]:
            raise _refusal(401, "Credenciais inválidas.")
        self.token_number += 1
        return {"access_token": f"token-{self.token_number}", "expires_in": 28_800}

    @route("GET", r"/reclamacoes/listar")
    def listing(self, request: Request) -> object:
        first, last = (
            datetime.strptime(request.one(each), "%d-%m-%Y").replace(tzinfo=_ZONE).date()
            for each in ("dataIniPeriodo", "dataFimPeriodo")
        )
        found = []
        for each in self.complaints.values():
            at = datetime.strptime(each["dataAbertura"], "%d/%m/%Y %H:%M:%S").replace(tzinfo=_ZONE)
            if first <= at.date() <= last:
                found.append({key: value for key, value in each.items() if self.has_steps or key != "tramites"})
        if not found:
            raise _refusal(404, "Sem resultado para estes parâmetros.")
        return {"mensagem": "", "dados": found}

    @route("GET", r"/reclamacao/(\d+)/detalhe")
    def detail(self, _: Request, protocol: str) -> object:
        return {"mensagem": "", "dado": self._of(protocol)}

    @route("GET", r"/reclamacao/(\d+)/tramite/(\d+)/anexo/(\d+)/baixar")
    def file(self, _: Request, __: str, ___: str, key: str) -> object:
        if key not in self.files:
            raise _refusal(404, "Sem resultado para estes parâmetros.")
        return {"dado": {"nome": "x", "arquivoBase64": base64.b64encode(self.files[key]).decode()}}

    @route("GET", r"/cadastros/subsidiarias/listar")
    def companies(self, _: Request) -> object:
        return {"dados": [{"codigo": 1, "descricao": "Loja Exemplo"}]}

    @route("POST", r"/reclamacao/(\d+)/(responder|complementar)")
    def tell(self, request: Request, protocol: str, verb: str) -> object:
        found = self._of(protocol)
        if found["situacao"]["codigo"] != 3:
            raise _refusal(400, "A reclamação já foi respondida.")
        kind = 3 if verb == "responder" else 6
        self.add_step(protocol, kind, "Loja Exemplo", request.json()["texto"])
        if kind == 3:
            self.put_in(protocol, 4)
        return Reply.json({"tipo": {"codigo": kind}, "data": 1_795_269_600_000, "protocoloReclamacao": protocol}, 201)

    def _of(self, protocol: str) -> dict[str, Any]:
        if protocol not in self.complaints:
            raise _refusal(404, "Sem resultado para estes parâmetros.")
        return self.complaints[protocol]


def _stamp(at: datetime) -> str:
    return at.astimezone(_ZONE).strftime("%d/%m/%Y %H:%M:%S")


def _refusal(status: int, message: str) -> Refusal:
    return Refusal(status, {"codigoMensagem": str(status), "mensagem": message})
