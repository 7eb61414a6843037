"""What the command line says when something is wrong: one Portuguese sentence for each code."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

ERROR_TEXTS: Final[dict[str, str]] = {
    "interrupted": "Interrompido. O que já foi gravado está completo; o mesmo comando continua de onde parou.",
    "not_allowed": "Seu papel não permite fazer isto.",
    "file_missing": "O arquivo {name} não existe.",
    "file_unreadable": "Não foi possível ler o arquivo {name}: {reason}.",
    "file_unwritable": "Não foi possível gravar {path}: {reason}.",
    "file_empty": "O arquivo está vazio.",
    "file_binary": "O arquivo não é de texto nem de um tipo que o Balcão conhece.",
    "file_too_large": "O arquivo é grande demais para ser lido com segurança.",
    "file_zip_bomb": "O arquivo se expande demais ao ser aberto e foi recusado por segurança.",
    "file_truncated_archive": "A planilha está incompleta ou danificada. Copie o arquivo de novo.",
    "file_archive": "O arquivo é um pacote compactado. Extraia o conteúdo e importe o arquivo de dentro.",
    "file_not_a_table": "O arquivo não contém uma tabela de menções.",
    "file_password_protected": "A planilha está protegida por senha. Salve uma cópia sem senha.",
    "file_no_such_sheet": "A planilha não tem essa aba.",
    "file_reader_died": "A leitura do arquivo parou inesperadamente. O que já foi gravado está completo.",
    "mapping_unreadable": "O mapeamento das colunas não pôde ser lido.",
    "mapping_without_text": "Nenhuma coluna foi reconhecida como o texto da menção.",
    "mapping_without_date": "Nenhuma coluna foi reconhecida como a data da menção.",
    "mapping_unknown_column": "O arquivo não tem a coluna {column}.",
    "mapping_unknown_zone": "O fuso {zone} não existe. Exemplo: America/Sao_Paulo.",
    "mapping_unknown_channel": "O canal {channel} não existe. Exemplo: reclame_aqui.",
    "disk_full": "O disco está cheio. Nada pela metade foi gravado; libere espaço e rode o comando de novo.",
    "disk_error": "O disco não respondeu. Verifique o disco e rode o comando de novo.",
    "database_busy": "O banco está ocupado por outro programa. Tente de novo em instantes.",
    "database_read_only": "O banco só permite leitura. Verifique a permissão do arquivo.",
    "database_no_permission": "Sem permissão para usar {path}.",
    "database_damaged": "O arquivo do banco está danificado. Restaure a última cópia de segurança.",
    "database_not_ours": "O arquivo não é um banco do Balcão.",
    "database_not_found": "O banco não foi encontrado.",
    "database_not_empty": "O banco já tem menções. Escolha um arquivo novo para a demonstração.",
    "database_newer": "O banco é de uma versão mais nova do Balcão. Atualize o Balcão.",
    "database_older": "O banco é de uma versão mais antiga e precisa ser atualizado antes.",
    "database_not_durable": "O disco não garante que o que foi gravado fique gravado. Escolha outro lugar.",
    "database_unreachable": "O servidor do banco não respondeu. Verifique a rede e o endereço.",
    "database_sign_in": "O servidor recusou o usuário ou a senha.",
    "database_url_invalid": "O endereço do banco não está certo. Exemplo: postgresql://ana@servidor/balcao.",
    "storage_network": "O arquivo está em uma pasta de rede, onde seria corrompido. Use um disco local ou PostgreSQL.",
    "storage_cloud": "O arquivo está em uma pasta sincronizada com a nuvem, onde seria corrompido. Use outra pasta.",
    "no_keyring": "Este computador não tem onde guardar senhas. Ponha a senha no endereço do banco.",
    "keyring_failed": "O cofre de senhas deste computador não respondeu.",
    "mention_changed": "Uma menção mudou enquanto isso. Tente de novo.",
    "demo_generator_died": "A criação dos dados parou inesperadamente. Apague o arquivo e tente de novo.",
    "demo_too_small": "A demonstração precisa de pelo menos {least} menções.",
}
FALLBACK: Final = "Não foi possível concluir. O que já estava salvo não mudou. Código: {code}."

REJECT_HEADINGS: Final = ("linha", "motivo", "detalhe", "trecho")
REASONS: Final[dict[str, str]] = {
    "empty_text": "sem texto",
    "bad_date": "data ilegível",
    "future_date": "data no futuro",
    "too_large": "grande demais",
    "unreadable": "ilegível",
    "bad_structure": "linha fora do formato",
    "erased_on_request": "apagada por pedido",
    "own_message": "escrita por nós",
}


class _Facts(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "?"


def sentence_for(code: str, facts: Mapping[str, object]) -> str:
    """Return the sentence of a code, filled with its facts; a missing fact shows as "?"."""
    text = ERROR_TEXTS.get(code, FALLBACK)
    return text.format_map(_Facts({**facts, "code": code}))
