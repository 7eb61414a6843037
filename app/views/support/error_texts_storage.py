"""Sentences for errors of databases, files, imports and secrets; ``error_texts`` joins them to the others."""

from __future__ import annotations

from typing import Final

STORAGE_TEXTS: Final[dict[str, str]] = {
    "database_busy": (
        "O banco de dados está ocupado. Nada foi perdido e o que você digitou continua aqui. "
        "Tente de novo em alguns segundos."
    ),
    "database_damaged": (
        "O banco está danificado e não foi tocado. Feche o Balcão, guarde o arquivo como está "
        "e volte com a última cópia de segurança."
    ),
    "database_sign_in": (
        "O servidor não aceitou o usuário ou a senha. Nada foi alterado. Confira os dois com quem cuida do servidor."
    ),
    "database_unreachable": (
        "O servidor do banco não responde. O que você digitou continua aqui e o que estava salvo não mudou. "
        "Confira a rede; o Balcão continua tentando."
    ),
    "disk_error": (
        "O disco falhou ao ler ou gravar. O que já estava salvo não foi alterado. "
        "Copie o arquivo do banco para outro disco antes de continuar."
    ),
    "disk_full": (
        "O disco está cheio. Tudo o que já estava gravado está salvo e o que você digitou continua aqui. "
        "Libere espaço e tente de novo."
    ),
    "database_newer": (
        "Este banco foi usado por um Balcão mais novo. Nada foi alterado nele. Atualize o Balcão nesta estação."
    ),
    "database_older": (
        "Este banco é de uma versão anterior e ainda não foi atualizado. Nada foi alterado nele. "
        "Abra-o com o Balcão que atualiza ou fale com quem cuida do sistema."
    ),
    "database_no_permission": (
        "Sem permissão para usar {path}. Nada foi alterado. Peça acesso à pasta ou escolha outra."
    ),
    "database_not_durable": (
        "O banco não garante gravar no disco na hora. Nada foi alterado. "
        "Ajuste a configuração do servidor antes de usar."
    ),
    "database_not_found": (
        "O arquivo {path} não foi encontrado. Nada foi criado no lugar dele. Confira o caminho ou escolha outro banco."
    ),
    "database_not_ours": (
        "{path} não é um banco do Balcão. O arquivo não foi tocado. Escolha outro arquivo ou crie um banco novo."
    ),
    "database_read_only": (
        "O banco está só para leitura. Você pode consultar, mas nada será gravado. "
        "Verifique a permissão do arquivo ou o espaço em disco."
    ),
    "database_url_invalid": (
        "O endereço do banco não está certo. Nada foi alterado. Confira servidor, nome e usuário."
    ),
    "storage_cloud": (
        "{path} fica numa pasta sincronizada ({product}), e isso pode corromper o banco. Nada foi criado. "
        "Escolha uma pasta só deste computador ou use um servidor para a equipe."
    ),
    "storage_network": (
        "{path} fica numa pasta de rede, e isso pode corromper o banco. Nada foi criado. "
        "Escolha uma pasta deste computador ou use um servidor para a equipe."
    ),
    "key_damaged": (
        "A chave “{name}” guardada neste computador está danificada. Os dados continuam no banco. "
        "Use o código de recuperação."
    ),
    "keyring_failed": (
        "O cofre de senhas do sistema não respondeu. Nada foi perdido. Desbloqueie o cofre e tente de novo."
    ),
    "no_keyring": (
        "Este computador não tem cofre de senhas. Nada foi gravado sem proteção. Informe uma frase-senha quando pedido."
    ),
    "secret_too_long": (
        "O segredo é longo demais para o cofre (limite de {limit}). Nada foi gravado. Confira o que foi colado."
    ),
    "file_archive": (
        "“{name}” é um arquivo compactado. Nada foi importado. Descompacte e escolha o arquivo de dentro."
    ),
    "file_binary": (
        "“{name}” não parece uma tabela nem mensagens. Nada foi importado. Use CSV, XLSX, JSON, mbox ou EML."
    ),
    "file_empty": ("“{name}” está vazio. Nada foi importado. Confira se a exportação terminou."),
    "file_missing": ("“{name}” não foi encontrado. Nada foi importado. Confira se o arquivo foi movido ou apagado."),
    "file_no_such_sheet": (
        "“{name}” não tem a planilha “{sheet}”. Nada foi importado. Escolha outra planilha do arquivo."
    ),
    "file_not_a_table": (
        "“{name}” não tem linhas e colunas que se possam ler. Nada foi importado. Exporte de novo como CSV ou XLSX."
    ),
    "file_password_protected": ("“{name}” tem senha. Nada foi importado. Salve uma cópia sem senha e tente de novo."),
    "file_reader_died": (
        "A leitura do arquivo parou de repente. As linhas já importadas estão salvas. "
        "Tente de novo: a importação continua de onde parou."
    ),
    "file_too_large": (
        "“{name}” é grande demais para ler de uma vez. Nada foi importado. Divida o arquivo ou exporte como CSV."
    ),
    "file_truncated_archive": ("“{name}” está incompleto. Nada foi importado. Baixe ou exporte o arquivo de novo."),
    "file_unreadable": (
        "“{name}” não pôde ser lido. Nada foi importado. "
        "Feche o arquivo em outros programas, confira se ele abre e tente de novo."
    ),
    "file_unwritable": (
        "Não foi possível gravar em {path}. O que já foi importado está salvo. "
        "Verifique o espaço em disco e a permissão da pasta."
    ),
    "file_zip_bomb": (
        "“{name}” cresce demais ao ser aberto e pode ser perigoso. Nada foi importado. Confira de onde ele veio."
    ),
    "mapping_unknown_channel": ("O canal “{channel}” não existe aqui. Nada foi importado. Escolha um canal da lista."),
    "mapping_unknown_column": (
        "A coluna “{column}” não existe neste arquivo. Nada foi importado. Escolha as colunas de novo."
    ),
    "mapping_unknown_zone": ("O fuso “{zone}” não é conhecido. Nada foi importado. Escolha um fuso da lista."),
    "mapping_unreadable": (
        "As colunas guardadas para este tipo de arquivo não puderam ser lidas. Nada foi importado. "
        "Escolha as colunas de novo."
    ),
    "mapping_without_date": ("Falta dizer qual coluna tem a data. Nada foi importado. Escolha a coluna da data."),
    "mapping_without_text": ("Falta dizer qual coluna tem o texto. Nada foi importado. Escolha a coluna do texto."),
}
