<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="pt_BR">
    <context>
        <name>AppearancePage</name>
        <message>
            <source>Alto contraste</source>
            <translation>High contrast</translation>
        </message>
        <message>
            <source>Aparência</source>
            <translation>Appearance</translation>
        </message>
        <message>
            <source>Claro</source>
            <translation>Light</translation>
        </message>
        <message>
            <source>Como o sistema</source>
            <translation>As the system</translation>
        </message>
        <message>
            <source>Confortável</source>
            <translation>Comfortable</translation>
        </message>
        <message>
            <source>Cores</source>
            <translation>Colours</translation>
        </message>
        <message>
            <source>Densa</source>
            <translation>Dense</translation>
        </message>
        <message>
            <source>Escuro</source>
            <translation>Dark</translation>
        </message>
        <message>
            <source>Idioma</source>
            <translation>Language</translation>
        </message>
        <message>
            <source>Listas</source>
            <translation>Lists</translation>
        </message>
        <message>
            <source>O idioma muda quando o Balcão for aberto de novo.</source>
            <translation>The language changes when Balcão is next opened.</translation>
        </message>
        <message>
            <source>Som</source>
            <translation>Sound</translation>
        </message>
        <message>
            <source>Tamanho da letra</source>
            <translation>Text size</translation>
        </message>
        <message>
            <source>Tocar um som quando houver crise</source>
            <translation>Play a sound when there is a crisis</translation>
        </message>
        <message>
            <source>Vale só para esta estação; os colegas não são afetados.</source>
            <translation>Only for this workstation; colleagues are not affected.</translation>
        </message>
    </context>
    <context>
        <name>BugDialog</name>
        <message>
            <source>Algo deu errado no Balcão</source>
            <translation>Something went wrong in Balcão</translation>
        </message>
        <message>
            <source>Continuar</source>
            <translation>Continue</translation>
        </message>
        <message>
            <source>Copiado</source>
            <translation>Copied</translation>
        </message>
        <message>
            <source>Copiar detalhes</source>
            <translation>Copy details</translation>
        </message>
        <message>
            <source>Detalhes do erro</source>
            <translation>Error details</translation>
        </message>
        <message>
            <source>O que já estava salvo continua salvo e você pode seguir trabalhando. Para ajudar a corrigir, copie os detalhes e envie a quem cuida do sistema: eles não levam dados de clientes.</source>
            <translation>What was saved is still saved and you can go on working. To help fix it, copy the details and send them to whoever looks after the system: they carry no customer data.</translation>
        </message>
    </context>
    <context>
        <name>CaseBulk</name>
        <message>
            <source>{n} não puderam ser mudados: veja cada um</source>
            <translation>{n} could not be changed: look at each one</translation>
        </message>
    </context>
    <context>
        <name>CheatSheet</name>
        <message>
            <source>As teclas simples estão desligadas nas configurações.</source>
            <translation>Single keys are turned off in the settings.</translation>
        </message>
        <message>
            <source>Lista de teclas</source>
            <translation>List of keys</translation>
        </message>
        <message>
            <source>Procurar uma tecla ou ação</source>
            <translation>Find a key or action</translation>
        </message>
        <message>
            <source>Teclas de atalho</source>
            <translation>Keyboard shortcuts</translation>
        </message>
    </context>
    <context>
        <name>ChoiceBar</name>
        <message>
            <source>Cancelar</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Cancelar (Esc)</source>
            <translation>Cancel (Esc)</translation>
        </message>
        <message>
            <source>{name}, tecla {number}</source>
            <translation>{name}, key {number}</translation>
        </message>
    </context>
    <context>
        <name>CommandPalette</name>
        <message>
            <source>Nada encontrado. Tente outra palavra.</source>
            <translation>Nothing found. Try another word.</translation>
        </message>
        <message>
            <source>O que você quer fazer ou abrir?</source>
            <translation>What do you want to do or open?</translation>
        </message>
        <message>
            <source>Paleta de comandos</source>
            <translation>Command palette</translation>
        </message>
        <message>
            <source>Resultados</source>
            <translation>Results</translation>
        </message>
    </context>
    <context>
        <name>ConfirmBar</name>
        <message>
            <source>Cancelar</source>
            <translation>Cancel</translation>
        </message>
    </context>
    <context>
        <name>EmptyState</name>
        <message>
            <source>Carregando…</source>
            <translation>Loading…</translation>
        </message>
        <message>
            <source>Nada por aqui ainda.</source>
            <translation>Nothing here yet.</translation>
        </message>
        <message>
            <source>Nenhum resultado com estes filtros.</source>
            <translation>No results with these filters.</translation>
        </message>
        <message>
            <source>O banco de dados não respondeu. O que já foi salvo continua lá.</source>
            <translation>The database did not answer. What was saved is still there.</translation>
        </message>
        <message>
            <source>Seu perfil não dá acesso a esta parte. Fale com a supervisão.</source>
            <translation>Your role has no access to this part. Talk to your supervisor.</translation>
        </message>
    </context>
    <context>
        <name>FileSaving</name>
        <message>
            <source>Anexo salvo: {name}</source>
            <translation>Attachment saved: {name}</translation>
        </message>
        <message>
            <source>Salvar anexo</source>
            <translation>Save attachment</translation>
        </message>
    </context>
    <context>
        <name>FilterChips</name>
        <message>
            <source>Filtros ativos</source>
            <translation>Active filters</translation>
        </message>
        <message>
            <source>Guardar este filtro na navegação</source>
            <translation>Keep this filter in the navigation</translation>
        </message>
        <message>
            <source>Salvar filtro</source>
            <translation>Save filter</translation>
        </message>
        <message>
            <source>Tirar filtro: {text}</source>
            <translation>Remove filter: {text}</translation>
        </message>
        <message>
            <source>Tirar filtro: {text} (Delete)</source>
            <translation>Remove filter: {text} (Delete)</translation>
        </message>
    </context>
    <context>
        <name>FilterDesk</name>
        <message>
            <source>Filtro “{name}” salvo na navegação</source>
            <translation>Filter “{name}” saved in the navigation</translation>
        </message>
    </context>
    <context>
        <name>FilterPanel</name>
        <message>
            <source>30 dias</source>
            <translation>30 days</translation>
        </message>
        <message>
            <source>7 dias</source>
            <translation>7 days</translation>
        </message>
        <message>
            <source>Até (dia/mês/ano)</source>
            <translation>To (day/month/year)</translation>
        </message>
        <message>
            <source>Canal</source>
            <translation>Channel</translation>
        </message>
        <message>
            <source>Classificação</source>
            <translation>Classification</translation>
        </message>
        <message>
            <source>De (dia/mês/ano)</source>
            <translation>From (day/month/year)</translation>
        </message>
        <message>
            <source>Digite parte do assunto ou da natureza</source>
            <translation>Type part of the subject or nature</translation>
        </message>
        <message>
            <source>Dono</source>
            <translation>Owner</translation>
        </message>
        <message>
            <source>Filtros</source>
            <translation>Filters</translation>
        </message>
        <message>
            <source>Hoje</source>
            <translation>Today</translation>
        </message>
        <message>
            <source>Nada encontrado</source>
            <translation>Nothing found</translation>
        </message>
        <message>
            <source>Período</source>
            <translation>Period</translation>
        </message>
        <message>
            <source>Privadas</source>
            <translation>Private</translation>
        </message>
        <message>
            <source>Públicas</source>
            <translation>Public</translation>
        </message>
        <message>
            <source>Qualquer pessoa</source>
            <translation>Anyone</translation>
        </message>
        <message>
            <source>Qualquer área</source>
            <translation>Any area</translation>
        </message>
        <message>
            <source>Sem sentimento</source>
            <translation>No sentiment</translation>
        </message>
        <message>
            <source>Sentimento</source>
            <translation>Sentiment</translation>
        </message>
        <message>
            <source>Só clientes VIP</source>
            <translation>VIP customers only</translation>
        </message>
        <message>
            <source>Todas</source>
            <translation>All</translation>
        </message>
        <message>
            <source>Use dia/mês/ano, como 21/11/2026</source>
            <translation>Use day/month/year, such as 21/11/2026</translation>
        </message>
        <message>
            <source>Visibilidade</source>
            <translation>Visibility</translation>
        </message>
        <message>
            <source>a</source>
            <translation>to</translation>
        </message>
        <message>
            <source>dd/mm/aaaa</source>
            <translation>dd/mm/yyyy</translation>
        </message>
        <message>
            <source>Área</source>
            <translation>Area</translation>
        </message>
        <message>
            <source>Área e dono</source>
            <translation>Area and owner</translation>
        </message>
    </context>
    <context>
        <name>FinderBar</name>
        <message>
            <source>Cancelar</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Cancelar (Esc)</source>
            <translation>Cancel (Esc)</translation>
        </message>
        <message>
            <source>Nada encontrado</source>
            <translation>Nothing found</translation>
        </message>
        <message>
            <source>Procurar</source>
            <translation>Find</translation>
        </message>
    </context>
    <context>
        <name>FormDialog</name>
        <message>
            <source>Cancelar</source>
            <translation>Cancel</translation>
        </message>
    </context>
    <context>
        <name>InboxListPanel</name>
        <message>
            <source>1 nova (F5)</source>
            <translation>1 new (F5)</translation>
        </message>
        <message>
            <source>1 novidade (F5)</source>
            <translation>1 piece of news (F5)</translation>
        </message>
        <message>
            <source>Há novidades nesta lista (F5)</source>
            <translation>There is news in this list (F5)</translation>
        </message>
        <message>
            <source>Importar menções</source>
            <translation>Import mentions</translation>
        </message>
        <message>
            <source>Limpar filtros</source>
            <translation>Clear filters</translation>
        </message>
        <message>
            <source>Nada aqui agora.</source>
            <translation>Nothing here now.</translation>
        </message>
        <message>
            <source>Nenhuma menção ainda.</source>
            <translation>No mentions yet.</translation>
        </message>
        <message>
            <source>Tentar de novo</source>
            <translation>Try again</translation>
        </message>
        <message>
            <source>Tudo triado. Bom trabalho.</source>
            <translation>Everything triaged. Well done.</translation>
        </message>
        <message>
            <source>{n} novas (F5)</source>
            <translation>{n} new (F5)</translation>
        </message>
        <message>
            <source>{n} novidades (F5)</source>
            <translation>{n} pieces of news (F5)</translation>
        </message>
    </context>
    <context>
        <name>InboxListView</name>
        <message>
            <source>Lista da entrada</source>
            <translation>Inbox list</translation>
        </message>
    </context>
    <context>
        <name>InboxPage</name>
        <message>
            <source>Nenhum caso esperando. Bom trabalho.</source>
            <translation>No case is waiting. Well done.</translation>
        </message>
    </context>
    <context>
        <name>JobLine</name>
        <message>
            <source>Andamento</source>
            <translation>Progress</translation>
        </message>
        <message>
            <source>Cancelar tarefa</source>
            <translation>Cancel task</translation>
        </message>
        <message>
            <source>cancelando…</source>
            <translation>cancelling…</translation>
        </message>
    </context>
    <context>
        <name>KeysPage</name>
        <message>
            <source>Ação</source>
            <translation>Action</translation>
        </message>
        <message>
            <source>Ações e teclas</source>
            <translation>Actions and keys</translation>
        </message>
        <message>
            <source>Ctrl+Alt vira AltGr em teclados brasileiros. Escolha outra tecla.</source>
            <translation>Ctrl+Alt becomes AltGr on Brazilian keyboards. Choose another key.</translation>
        </message>
        <message>
            <source>Enquanto você digita um texto, as teclas simples são só letras.</source>
            <translation>While you type a text, single keys are just letters.</translation>
        </message>
        <message>
            <source>Nova tecla</source>
            <translation>New key</translation>
        </message>
        <message>
            <source>Onde</source>
            <translation>Where</translation>
        </message>
        <message>
            <source>Procurar ação</source>
            <translation>Find an action</translation>
        </message>
        <message>
            <source>Restaurar todas</source>
            <translation>Restore all</translation>
        </message>
        <message>
            <source>Sem tecla</source>
            <translation>No key</translation>
        </message>
        <message>
            <source>Teclas</source>
            <translation>Keys</translation>
        </message>
        <message>
            <source>Teclas de atalho</source>
            <translation>Keyboard shortcuts</translation>
        </message>
        <message>
            <source>Usar esta tecla</source>
            <translation>Use this key</translation>
        </message>
        <message>
            <source>Usar teclas simples, como E para encerrar</source>
            <translation>Use single keys, such as E to close</translation>
        </message>
        <message>
            <source>Voltar ao padrão</source>
            <translation>Back to default</translation>
        </message>
        <message>
            <source>mudada</source>
            <translation>changed</translation>
        </message>
        <message>
            <source>{key} já faz “{other}”. Nada mudou: escolha outra tecla ou libere aquela antes.</source>
            <translation>{key} already does “{other}”. Nothing changed: choose another key or free that one first.</translation>
        </message>
    </context>
    <context>
        <name>ListHeader</name>
        <message>
            <source>Buscar nesta lista</source>
            <translation>Search this list</translation>
        </message>
        <message>
            <source>Buscar nesta lista…</source>
            <translation>Search this list…</translation>
        </message>
        <message>
            <source>Filtros</source>
            <translation>Filters</translation>
        </message>
        <message>
            <source>Mudar a ordem da lista</source>
            <translation>Change the order of the list</translation>
        </message>
        <message>
            <source>Ordem da lista</source>
            <translation>Order of the list</translation>
        </message>
        <message>
            <source>Ordem: {name}</source>
            <translation>Order: {name}</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Letra em {scale} %</source>
            <translation>Text at {scale} %</translation>
        </message>
        <message>
            <source>Sair mesmo assim</source>
            <translation>Quit anyway</translation>
        </message>
    </context>
    <context>
        <name>MarksBar</name>
        <message>
            <source>1 marcada</source>
            <translation>1 marked</translation>
        </message>
        <message>
            <source>1 marcado</source>
            <translation>1 marked</translation>
        </message>
        <message>
            <source>Desmarcar</source>
            <translation>Unmark</translation>
        </message>
        <message>
            <source>Desmarcar tudo (Esc)</source>
            <translation>Unmark all (Esc)</translation>
        </message>
        <message>
            <source>Marcar todas as {n} do filtro</source>
            <translation>Mark all {n} of the filter</translation>
        </message>
        <message>
            <source>Marcar todos os {n} do filtro</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Marcar tudo o que o filtro encontra (Ctrl+A de novo)</source>
            <translation>Mark everything the filter finds (Ctrl+A again)</translation>
        </message>
        <message>
            <source>{n} marcadas</source>
            <translation>{n} marked</translation>
        </message>
        <message>
            <source>{n} marcados</source>
            <translation>{n} marked</translation>
        </message>
    </context>
    <context>
        <name>NewsPill</name>
        <message>
            <source>1 nova (F5)</source>
            <translation>1 new (F5)</translation>
        </message>
        <message>
            <source>1 novidade (F5)</source>
            <translation>1 piece of news (F5)</translation>
        </message>
        <message>
            <source>Há novidades nesta lista (F5)</source>
            <translation>There is news in this list (F5)</translation>
        </message>
        <message>
            <source>{n} novas (F5)</source>
            <translation>{n} new (F5)</translation>
        </message>
        <message>
            <source>{n} novidades (F5)</source>
            <translation>{n} pieces of news (F5)</translation>
        </message>
    </context>
    <context>
        <name>PlacePanel</name>
        <message>
            <source>Arquivo dos atendimentos</source>
            <translation>File of the cases</translation>
        </message>
        <message>
            <source>Balcão (*.balcao);;Todos os arquivos (*)</source>
            <translation>Balcão (*.balcao);;All files (*)</translation>
        </message>
        <message>
            <source>Banco</source>
            <translation>Database</translation>
        </message>
        <message>
            <source>Em branco usa a que está guardada</source>
            <translation>Empty uses the stored one</translation>
        </message>
        <message>
            <source>Escolha o arquivo em que os atendimentos serão guardados.</source>
            <translation>Choose the file in which the cases will be kept.</translation>
        </message>
        <message>
            <source>Escolher o arquivo dos atendimentos</source>
            <translation>Choose the file of the cases</translation>
        </message>
        <message>
            <source>Escolher...</source>
            <translation>Choose...</translation>
        </message>
        <message>
            <source>Neste computador</source>
            <translation>On this computer</translation>
        </message>
        <message>
            <source>Onde ficam os atendimentos</source>
            <translation>Where the cases are kept</translation>
        </message>
        <message>
            <source>Porta</source>
            <translation>Port</translation>
        </message>
        <message>
            <source>Preencha servidor, banco e usuário. Quem cuida do servidor tem esses dados.</source>
            <translation>Fill in server, database and user. Whoever looks after the server has them.</translation>
        </message>
        <message>
            <source>Senha</source>
            <translation>Password</translation>
        </message>
        <message>
            <source>Servidor</source>
            <translation>Server</translation>
        </message>
        <message>
            <source>Servidor da equipe</source>
            <translation>Team server</translation>
        </message>
        <message>
            <source>Usuário</source>
            <translation>User</translation>
        </message>
    </context>
    <context>
        <name>PreviewPanel</name>
        <message>
            <source> · só o nome foi guardado</source>
            <translation> · only the name was kept</translation>
        </message>
        <message>
            <source>Autor não identificado</source>
            <translation>Unknown author</translation>
        </message>
        <message>
            <source>Confirmado por uma pessoa</source>
            <translation>Confirmed by a person</translation>
        </message>
        <message>
            <source>Copiar endereço da publicação</source>
            <translation>Copy the post's address</translation>
        </message>
        <message>
            <source>Copiar o texto inteiro (mais {n} letras)</source>
            <translation>Copy the whole text ({n} more characters)</translation>
        </message>
        <message>
            <source>Crise nível {level}</source>
            <translation>Crisis level {level}</translation>
        </message>
        <message>
            <source>Endereço copiado</source>
            <translation>Address copied</translation>
        </message>
        <message>
            <source>Juntar</source>
            <translation>Join</translation>
        </message>
        <message>
            <source>Juntar ao atendimento {number}</source>
            <translation>Join to case {number}</translation>
        </message>
        <message>
            <source>Salvar {name} como…</source>
            <translation>Save {name} as…</translation>
        </message>
        <message>
            <source>Sentimento</source>
            <translation>Sentiment</translation>
        </message>
        <message>
            <source>Sugestão do Balcão: confirme com 1 a 4</source>
            <translation>Suggested by Balcão: confirm with 1 to 4</translation>
        </message>
        <message>
            <source>Texto copiado</source>
            <translation>Text copied</translation>
        </message>
        <message>
            <source>Texto da menção</source>
            <translation>Text of the mention</translation>
        </message>
        <message>
            <source>Ver</source>
            <translation>See</translation>
        </message>
        <message>
            <source>Ver o atendimento {number}</source>
            <translation>See case {number}</translation>
        </message>
        <message>
            <source>{name} era grande demais: só o nome</source>
            <translation>{name} was too large: only the name</translation>
        </message>
    </context>
    <context>
        <name>ProtocolLabel</name>
        <message>
            <source>Copiar protocolo</source>
            <translation>Copy protocol</translation>
        </message>
        <message>
            <source>Protocolo {number}</source>
            <translation>Protocol {number}</translation>
        </message>
    </context>
    <context>
        <name>ReadingPane</name>
        <message>
            <source>Escolha um item da lista para ler aqui.</source>
            <translation>Choose an item of the list to read it here.</translation>
        </message>
        <message>
            <source>Próximo caso</source>
            <translation>Next case</translation>
        </message>
    </context>
    <context>
        <name>RowDelegate</name>
        <message>
            <source>Rascunho</source>
            <translation>Draft</translation>
        </message>
    </context>
    <context>
        <name>SaveBar</name>
        <message>
            <source>Cancelar</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Mostrar para toda a equipe</source>
            <translation>Show to the whole team</translation>
        </message>
        <message>
            <source>Nome do filtro</source>
            <translation>Name of the filter</translation>
        </message>
        <message>
            <source>Salvar</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>Salvar filtro</source>
            <translation>Save filter</translation>
        </message>
    </context>
    <context>
        <name>SearchField</name>
        <message>
            <source>Limpar busca</source>
            <translation>Clear search</translation>
        </message>
    </context>
    <context>
        <name>Sidebar</name>
        <message>
            <source>Navegação</source>
            <translation>Navigation</translation>
        </message>
    </context>
    <context>
        <name>StartDialog</name>
        <message>
            <source>Abrir só para leitura</source>
            <translation>Open read-only</translation>
        </message>
        <message>
            <source>Bem-vindo ao Balcão</source>
            <translation>Welcome to Balcão</translation>
        </message>
        <message>
            <source>Começar</source>
            <translation>Start</translation>
        </message>
        <message>
            <source>Como a equipe conhece você</source>
            <translation>As the team knows you</translation>
        </message>
        <message>
            <source>Diga quem você é e onde ficam os atendimentos. Dá para mudar depois em Configurações.</source>
            <translation>Say who you are and where the cases are kept. You can change it later in Settings.</translation>
        </message>
        <message>
            <source>Escreva seu nome: ele aparece em cada resposta e no histórico.</source>
            <translation>Write your name: it appears on every reply and in the history.</translation>
        </message>
        <message>
            <source>Onde ficam os atendimentos</source>
            <translation>Where the cases are kept</translation>
        </message>
        <message>
            <source>Seu nome</source>
            <translation>Your name</translation>
        </message>
    </context>
    <context>
        <name>StepsBar</name>
        <message>
            <source>Acompanhamento</source>
            <translation>Follow-up</translation>
        </message>
        <message>
            <source>Atender</source>
            <translation>Attend</translation>
        </message>
        <message>
            <source>Etapa {number} de {total}: {step}</source>
            <translation>Step {number} of {total}: {step}</translation>
        </message>
        <message>
            <source>Histórico</source>
            <translation>History</translation>
        </message>
        <message>
            <source>Identificação</source>
            <translation>Identification</translation>
        </message>
        <message>
            <source>Protocolo, 2º nível</source>
            <translation>Protocol, 2nd level</translation>
        </message>
        <message>
            <source>Solução</source>
            <translation>Solution</translation>
        </message>
        <message>
            <source>Todas as etapas concluídas</source>
            <translation>All steps done</translation>
        </message>
    </context>
    <context>
        <name>Toast</name>
        <message>
            <source>Fechar aviso</source>
            <translation>Close notice</translation>
        </message>
    </context>
    <context>
        <name>ToastHost</name>
        <message>
            <source>Desfazer</source>
            <translation>Undo</translation>
        </message>
    </context>
    <context>
        <name>TopBar</name>
        <message>
            <source>Buscar protocolo, cliente ou texto</source>
            <translation>Search protocol, customer or text</translation>
        </message>
        <message>
            <source>Buscar protocolo, cliente, texto…</source>
            <translation>Search protocol, customer, text…</translation>
        </message>
        <message>
            <source>Pessoa e disponibilidade: {text}</source>
            <translation>Person and availability: {text}</translation>
        </message>
    </context>
    <context>
        <name>TriageActs</name>
        <message>
            <source>1 menção já estava tratada e ficou como estava</source>
            <translation>1 mention had been dealt with already and stays as it was</translation>
        </message>
        <message>
            <source>Atendimento {number} aberto</source>
            <translation>Case {number} opened</translation>
        </message>
        <message>
            <source>Juntada ao atendimento {number}</source>
            <translation>Joined to case {number}</translation>
        </message>
        <message>
            <source>Triagem de {n} menções</source>
            <translation>Triage of {n} mentions</translation>
        </message>
        <message>
            <source>{n} menções já estavam tratadas e ficaram como estavam</source>
            <translation>{n} mentions had been dealt with already and stay as they were</translation>
        </message>
    </context>
    <context>
        <name>TriageKeys</name>
        <message>
            <source>Adiar {n} atendimentos até quando?</source>
            <translation>Snooze {n} cases until when?</translation>
        </message>
        <message>
            <source>Amanhã às 9h</source>
            <translation>Tomorrow at 9</translation>
        </message>
        <message>
            <source>Atribuir {n} atendimentos a quem?</source>
            <translation>Assign {n} cases to whom?</translation>
        </message>
        <message>
            <source>Daqui a 1 hora</source>
            <translation>In 1 hour</translation>
        </message>
        <message>
            <source>Daqui a 1 semana</source>
            <translation>In 1 week</translation>
        </message>
        <message>
            <source>Daqui a 3 horas</source>
            <translation>In 3 hours</translation>
        </message>
        <message>
            <source>Ignorar esta menção. Por quê?</source>
            <translation>Ignore this mention. Why?</translation>
        </message>
        <message>
            <source>Ignorar {n} menções. Por quê?</source>
            <translation>Ignore {n} mentions. Why?</translation>
        </message>
        <message>
            <source>Juntar esta menção a qual atendimento?</source>
            <translation>Join this mention to which case?</translation>
        </message>
        <message>
            <source>Juntar {n} menções a qual atendimento?</source>
            <translation>Join {n} mentions to which case?</translation>
        </message>
        <message>
            <source>Nome da pessoa</source>
            <translation>Name of the person</translation>
        </message>
        <message>
            <source>Outro motivo, e Enter</source>
            <translation>Another reason, and Enter</translation>
        </message>
        <message>
            <source>Protocolo, parte dele, cliente ou palavra</source>
            <translation>Protocol, part of it, customer or word</translation>
        </message>
        <message>
            <source>Segunda às 9h</source>
            <translation>Monday at 9</translation>
        </message>
    </context>
    <context>
        <name>TypeAhead</name>
        <message>
            <source>Sugestões de {name}</source>
            <translation>Suggestions for {name}</translation>
        </message>
    </context>
    <context>
        <name>UndoBar</name>
        <message>
            <source>Desfazer</source>
            <translation>Undo</translation>
        </message>
    </context>
    <context>
        <name>errors</name>
        <message>
            <source>A chave “{name}” guardada neste computador está danificada. Os dados continuam no banco. Use o código de recuperação.</source>
            <translation>The key “{name}” kept on this computer is damaged. The data is still in the database. Use the recovery code.</translation>
        </message>
        <message>
            <source>A coluna “{column}” não existe neste arquivo. Nada foi importado. Escolha as colunas de novo.</source>
            <translation>The column “{column}” is not in this file. Nothing was imported. Choose the columns again.</translation>
        </message>
        <message>
            <source>A data do pós-atendimento já passou. Nada foi alterado. Escolha uma data futura.</source>
            <translation>The follow-up date has passed. Nothing was changed. Choose a future date.</translation>
        </message>
        <message>
            <source>A leitura do arquivo parou de repente. As linhas já importadas estão salvas. Tente de novo: a importação continua de onde parou.</source>
            <translation>Reading the file stopped suddenly. The rows already imported are safe. Try again: the import goes on from where it stopped.</translation>
        </message>
        <message>
            <source>A linha {row} do arquivo não pôde ser lida. A árvore não mudou. Corrija a linha e importe de novo.</source>
            <translation>Row {row} of the file could not be read. The tree has not changed. Correct the row and import again.</translation>
        </message>
        <message>
            <source>A nota vai de 1 a 5. Nada foi gravado. Escolha uma das cinco.</source>
            <translation>The score goes from 1 to 5. Nothing was saved. Choose one of the five.</translation>
        </message>
        <message>
            <source>A regra precisa de pelo menos uma condição. Nada foi salvo. Acrescente uma.</source>
            <translation>The rule needs at least one condition. Nothing was saved. Add one.</translation>
        </message>
        <message>
            <source>A resposta ainda tem campos sem valor: {names}. Ela não foi enviada e continua aqui. Preencha ou apague os campos.</source>
            <translation>The reply still has fields without a value: {names}. It was not sent and is still here. Fill in or delete the fields.</translation>
        </message>
        <message>
            <source>A resposta já saiu e não dá mais para desfazer. Nada foi perdido. Se precisar, envie outra.</source>
            <translation>The reply has left and cannot be undone any more. Nothing was lost. Send another if needed.</translation>
        </message>
        <message>
            <source>A resposta pública tem dados pessoais ({kinds}). Ela não foi enviada e continua aqui. Tire os dados ou responda em privado.</source>
            <translation>The public reply has personal data ({kinds}). It was not sent and is still here. Take the data out or reply in private.</translation>
        </message>
        <message>
            <source>A resposta tem {length} caracteres e o canal aceita {limit}. Ela não foi enviada e continua aqui. Encurte o texto.</source>
            <translation>The reply has {length} characters and the channel takes {limit}. It was not sent and is still here. Shorten the text.</translation>
        </message>
        <message>
            <source>As colunas guardadas para este tipo de arquivo não puderam ser lidas. Nada foi importado. Escolha as colunas de novo.</source>
            <translation>The columns kept for this kind of file could not be read. Nothing was imported. Choose the columns again.</translation>
        </message>
        <message>
            <source>As preferências desta estação foram gravadas por um Balcão mais novo. Nada foi perdido. Atualize o Balcão para usar todas elas.</source>
            <translation>This workstation's preferences were written by a newer Balcão. Nothing was lost. Update Balcão to use all of them.</translation>
        </message>
        <message>
            <source>As preferências desta estação não puderam ser lidas. Os atendimentos não foram afetados. O arquivo antigo foi guardado e o Balcão começou com as preferências de fábrica.</source>
            <translation>This workstation's preferences could not be read. The cases were not affected. The old file was set aside and Balcão started with its defaults.</translation>
        </message>
        <message>
            <source>CEP</source>
            <translation>postcode</translation>
        </message>
        <message>
            <source>CNPJ</source>
            <translation>CNPJ</translation>
        </message>
        <message>
            <source>CPF</source>
            <translation>CPF</translation>
        </message>
        <message>
            <source>Essa união já foi desfeita ou não existe. Nada foi alterado. Atualize a tela.</source>
            <translation>This merge was undone already or does not exist. Nothing was changed. Refresh the screen.</translation>
        </message>
        <message>
            <source>Esse horário já passou. O atendimento não foi adiado. Escolha um momento futuro.</source>
            <translation>That time has passed. The case was not snoozed. Choose a future moment.</translation>
        </message>
        <message>
            <source>Esta classificação não existe mais. Nada foi alterado. Atualize a tela.</source>
            <translation>This classification no longer exists. Nothing was changed. Refresh the screen.</translation>
        </message>
        <message>
            <source>Esta menção não existe mais. Nada foi alterado. Atualize a lista.</source>
            <translation>This mention no longer exists. Nothing was changed. Refresh the list.</translation>
        </message>
        <message>
            <source>Esta pessoa não está no cadastro. Nada foi alterado. Escolha alguém da lista.</source>
            <translation>This person is not registered. Nothing was changed. Choose someone from the list.</translation>
        </message>
        <message>
            <source>Esta promessa não existe mais. Nada foi alterado. Atualize o atendimento.</source>
            <translation>This promise no longer exists. Nothing was changed. Refresh the case.</translation>
        </message>
        <message>
            <source>Esta resposta não existe mais. Nada foi alterado. Atualize o atendimento.</source>
            <translation>This reply no longer exists. Nothing was changed. Refresh the case.</translation>
        </message>
        <message>
            <source>Esta área não existe mais. Nada foi encaminhado. Escolha uma área da lista.</source>
            <translation>This area no longer exists. Nothing was forwarded. Choose an area from the list.</translation>
        </message>
        <message>
            <source>Este atendimento não existe mais. Nada foi alterado. Atualize a lista e confira o protocolo.</source>
            <translation>This case no longer exists. Nothing was changed. Refresh the list and check the protocol.</translation>
        </message>
        <message>
            <source>Este banco foi usado por um Balcão mais novo. Nada foi alterado nele. Atualize o Balcão nesta estação.</source>
            <translation>This database was used by a newer Balcão. Nothing was changed in it. Update Balcão on this workstation.</translation>
        </message>
        <message>
            <source>Este banco é de uma versão anterior e ainda não foi atualizado. Nada foi alterado nele. Abra-o com o Balcão que atualiza ou fale com quem cuida do sistema.</source>
            <translation>This database is of an earlier version and has not been upgraded. Nothing was changed in it. Open it with the Balcão that upgrades or talk to whoever looks after the system.</translation>
        </message>
        <message>
            <source>Este cadastro já foi unido a outro. Nada foi alterado. Abra o cadastro que ficou.</source>
            <translation>This customer was already merged into another. Nothing was changed. Open the one that remains.</translation>
        </message>
        <message>
            <source>Este cliente não existe mais. Nada foi alterado. Busque de novo: ele pode ter sido unido.</source>
            <translation>This customer no longer exists. Nothing was changed. Search again: it may have been merged.</translation>
        </message>
        <message>
            <source>Este computador não tem cofre de senhas. Nada foi gravado sem proteção. Informe uma frase-senha quando pedido.</source>
            <translation>This computer has no password store. Nothing was saved unprotected. Give a passphrase when asked.</translation>
        </message>
        <message>
            <source>Este item da árvore não existe mais. Nada foi alterado. Escolha outro item.</source>
            <translation>This item of the tree no longer exists. Nothing was changed. Choose another.</translation>
        </message>
        <message>
            <source>Este modelo não existe mais. A sua resposta continua aqui. Escolha outro modelo.</source>
            <translation>This template no longer exists. Your reply is still here. Choose another template.</translation>
        </message>
        <message>
            <source>Este perfil não está mais no cadastro. Nada foi alterado. Atualize a tela.</source>
            <translation>This handle is no longer with the customer. Nothing was changed. Refresh the screen.</translation>
        </message>
        <message>
            <source>Este tema recebe só uma resposta. A segunda não foi enviada e continua aqui. A supervisão pode liberar com um motivo.</source>
            <translation>This theme gets one reply only. The second was not sent and is still here. A supervisor may allow it with a reason.</translation>
        </message>
        <message>
            <source>Falta dizer o motivo. Nada foi alterado. Escreva em poucas palavras.</source>
            <translation>The reason is missing. Nothing was changed. Write it in a few words.</translation>
        </message>
        <message>
            <source>Falta dizer qual coluna tem a data. Nada foi importado. Escolha a coluna da data.</source>
            <translation>Which column has the date is missing. Nothing was imported. Choose the date column.</translation>
        </message>
        <message>
            <source>Falta dizer qual coluna tem o texto. Nada foi importado. Escolha a coluna do texto.</source>
            <translation>Which column has the text is missing. Nothing was imported. Choose the text column.</translation>
        </message>
        <message>
            <source>Falta escrever o texto. Nada foi enviado.</source>
            <translation>The text is missing. Nothing was sent.</translation>
        </message>
        <message>
            <source>Falta o nome da pessoa. Nada foi gravado.</source>
            <translation>The person's name is missing. Nothing was saved.</translation>
        </message>
        <message>
            <source>Falta o nome da regra. Nada foi salvo.</source>
            <translation>The rule's name is missing. Nothing was saved.</translation>
        </message>
        <message>
            <source>Já existe uma pessoa com o nome “{name}”. Nada foi gravado. Use outro nome.</source>
            <translation>There is already a person called “{name}”. Nothing was saved. Use another name.</translation>
        </message>
        <message>
            <source>Não foi possível concluir. O que você digitou continua na tela e o que já estava salvo não mudou. Tente de novo; se repetir, informe o código {code}.</source>
            <translation>This could not be done. What you typed is still on the screen and what was saved has not changed. Try again; if it repeats, quote the code {code}.</translation>
        </message>
        <message>
            <source>Não foi possível gravar as preferências desta estação. Os atendimentos estão salvos. Verifique o espaço em disco e a permissão da pasta {folder}.</source>
            <translation>This workstation's preferences could not be saved. The cases are safe. Check the disk space and the permission of the folder {folder}.</translation>
        </message>
        <message>
            <source>Não foi possível gravar em {path}. O que já foi importado está salvo. Verifique o espaço em disco e a permissão da pasta.</source>
            <translation>Could not write to {path}. What was imported is safe. Check the disk space and the folder's permission.</translation>
        </message>
        <message>
            <source>O CPF ou CNPJ não confere. Nada foi gravado. Confira os números.</source>
            <translation>The CPF or CNPJ is not right. Nothing was saved. Check the digits.</translation>
        </message>
        <message>
            <source>O arquivo {path} não foi encontrado. Nada foi criado no lugar dele. Confira o caminho ou escolha outro banco.</source>
            <translation>The file {path} was not found. Nothing was created in its place. Check the path or choose another database.</translation>
        </message>
        <message>
            <source>O atendimento ainda está com a área. Nada foi alterado. Espere a solução ou peça o atendimento de volta.</source>
            <translation>The case is still with the area. Nothing was changed. Wait for the solution or ask for the case back.</translation>
        </message>
        <message>
            <source>O banco de dados está ocupado. Nada foi perdido e o que você digitou continua aqui. Tente de novo em alguns segundos.</source>
            <translation>The database is busy. Nothing was lost and what you typed is still here. Try again in a few seconds.</translation>
        </message>
        <message>
            <source>O banco está só para leitura. Você pode consultar, mas nada será gravado. Verifique a permissão do arquivo ou o espaço em disco.</source>
            <translation>The database is read-only. You can look, but nothing will be saved. Check the file's permission or the disk space.</translation>
        </message>
        <message>
            <source>O banco não garante gravar no disco na hora. Nada foi alterado. Ajuste a configuração do servidor antes de usar.</source>
            <translation>The database does not promise to write to disk at once. Nothing was changed. Adjust the server's configuration first.</translation>
        </message>
        <message>
            <source>O cadastro desta pessoa mudou enquanto você editava. Nada foi gravado. Confira e salve de novo.</source>
            <translation>This person's record changed while you were editing. Nothing was saved. Check and save again.</translation>
        </message>
        <message>
            <source>O cadastro precisa de pelo menos um perfil. Nada foi separado. Escolha outro perfil.</source>
            <translation>A customer needs at least one handle. Nothing was split. Choose another handle.</translation>
        </message>
        <message>
            <source>O canal “{channel}” não existe aqui. Nada foi importado. Escolha um canal da lista.</source>
            <translation>The channel “{channel}” does not exist here. Nothing was imported. Choose a channel from the list.</translation>
        </message>
        <message>
            <source>O canal “{key}” não existe. O que você digitou continua aqui. Escolha um canal da lista.</source>
            <translation>The channel “{key}” does not exist. What you typed is still here. Choose a channel from the list.</translation>
        </message>
        <message>
            <source>O cofre de senhas do sistema não respondeu. Nada foi perdido. Desbloqueie o cofre e tente de novo.</source>
            <translation>The system's password store did not answer. Nothing was lost. Unlock it and try again.</translation>
        </message>
        <message>
            <source>O e-mail não está completo. Nada foi gravado. Confira o endereço.</source>
            <translation>The e-mail is not complete. Nothing was saved. Check the address.</translation>
        </message>
        <message>
            <source>O endereço do banco não está certo. Nada foi alterado. Confira servidor, nome e usuário.</source>
            <translation>The database's address is not right. Nothing was changed. Check server, name and user.</translation>
        </message>
        <message>
            <source>O fuso “{zone}” não é conhecido. Nada foi importado. Escolha um fuso da lista.</source>
            <translation>The time zone “{zone}” is not known. Nothing was imported. Choose one from the list.</translation>
        </message>
        <message>
            <source>O nome do filtro precisa ter de 1 a {longest} letras. Nada foi salvo. Escolha outro nome.</source>
            <translation>The filter's name needs 1 to {longest} letters. Nothing was saved. Choose another name.</translation>
        </message>
        <message>
            <source>O nome passa de {limit} letras. Nada foi gravado. Use um nome mais curto.</source>
            <translation>The name has more than {limit} letters. Nothing was saved. Use a shorter name.</translation>
        </message>
        <message>
            <source>O período não está certo. Nada foi alterado. Escolha um início antes do fim.</source>
            <translation>The period is not right. Nothing was changed. Choose a start before the end.</translation>
        </message>
        <message>
            <source>O prazo da promessa já passou. Nada foi gravado. Escolha um momento futuro.</source>
            <translation>The promise's time has passed. Nothing was saved. Choose a future moment.</translation>
        </message>
        <message>
            <source>O segredo é longo demais para o cofre (limite de {limit}). Nada foi gravado. Confira o que foi colado.</source>
            <translation>The secret is too long for the store (limit of {limit}). Nothing was saved. Check what was pasted.</translation>
        </message>
        <message>
            <source>O telefone não está completo. Nada foi gravado. Informe o DDD e o número.</source>
            <translation>The telephone is not complete. Nothing was saved. Give area code and number.</translation>
        </message>
        <message>
            <source>Os atendimentos são de clientes diferentes. Nada foi juntado. Se for a mesma pessoa, una os cadastros antes.</source>
            <translation>The cases belong to different customers. Nothing was merged. If it is the same person, merge the customers first.</translation>
        </message>
        <message>
            <source>Para encerrar ainda falta: {missing}. O atendimento continua aberto. Preencha e tente de novo.</source>
            <translation>To close, this is still missing: {missing}. The case stays open. Fill it in and try again.</translation>
        </message>
        <message>
            <source>Pelo menos uma menção precisa ficar no atendimento original. Nada foi separado. Desmarque alguma.</source>
            <translation>At least one mention must stay in the original case. Nothing was split. Unmark one.</translation>
        </message>
        <message>
            <source>Sem permissão para usar {path}. Nada foi alterado. Peça acesso à pasta ou escolha outra.</source>
            <translation>No permission to use {path}. Nothing was changed. Ask for access to the folder or choose another.</translation>
        </message>
        <message>
            <source>Seu perfil não permite isso. Nada foi alterado. Peça a quem é da supervisão ou administra o Balcão.</source>
            <translation>Your role does not allow this. Nothing was changed. Ask a supervisor or an administrator.</translation>
        </message>
        <message>
            <source>São itens demais para uma vez só (limite de {limit}). Nada foi alterado. Selecione menos ou use um filtro.</source>
            <translation>Too many items at once (limit of {limit}). Nothing was changed. Select fewer or use a filter.</translation>
        </message>
        <message>
            <source>Um colega já tratou esta menção. Nada foi perdido. A lista já mostra como ela está agora.</source>
            <translation>A colleague has already dealt with this mention. Nothing was lost. The list shows how it stands now.</translation>
        </message>
        <message>
            <source>Um colega mudou a regra “{name}”. A sua versão continua na tela. Confira e salve de novo.</source>
            <translation>A colleague changed the rule “{name}”. Your version is still on the screen. Check and save again.</translation>
        </message>
        <message>
            <source>Um colega mudou a árvore enquanto você editava. O que você digitou continua na tela. Confira e salve de novo.</source>
            <translation>A colleague changed the tree while you were editing. What you typed is still on the screen. Check and save again.</translation>
        </message>
        <message>
            <source>Um colega mudou este cadastro enquanto você editava. O que você digitou continua aqui. Confira a mudança e salve de novo.</source>
            <translation>A colleague changed this customer while you were editing. What you typed is still here. Check the change and save again.</translation>
        </message>
        <message>
            <source>Um colega mudou este filtro salvo. A sua versão continua na tela. Confira e salve de novo.</source>
            <translation>A colleague changed this saved filter. Your version is still on the screen. Check and save again.</translation>
        </message>
        <message>
            <source>Um item não pode ficar dentro dele mesmo. Nada foi movido. Escolha outro lugar.</source>
            <translation>An item cannot be inside itself. Nothing was moved. Choose another place.</translation>
        </message>
        <message>
            <source>assunto</source>
            <translation>subject</translation>
        </message>
        <message>
            <source>cartão</source>
            <translation>card</translation>
        </message>
        <message>
            <source>documento</source>
            <translation>document</translation>
        </message>
        <message>
            <source>dono</source>
            <translation>owner</translation>
        </message>
        <message>
            <source>e-mail</source>
            <translation>e-mail</translation>
        </message>
        <message>
            <source>endereço</source>
            <translation>address</translation>
        </message>
        <message>
            <source>frente</source>
            <translation>front</translation>
        </message>
        <message>
            <source>natureza</source>
            <translation>nature</translation>
        </message>
        <message>
            <source>nota interna</source>
            <translation>internal note</translation>
        </message>
        <message>
            <source>número do pedido</source>
            <translation>order number</translation>
        </message>
        <message>
            <source>perfil de usuário</source>
            <translation>user profile</translation>
        </message>
        <message>
            <source>resposta ao cliente</source>
            <translation>answer to the customer</translation>
        </message>
        <message>
            <source>sentimento</source>
            <translation>sentiment</translation>
        </message>
        <message>
            <source>situação</source>
            <translation>situation</translation>
        </message>
        <message>
            <source>solução</source>
            <translation>solution</translation>
        </message>
        <message>
            <source>telefone</source>
            <translation>telephone</translation>
        </message>
        <message>
            <source>tipo de fechamento</source>
            <translation>closing kind</translation>
        </message>
        <message>
            <source>tipo de protocolo</source>
            <translation>protocol kind</translation>
        </message>
        <message>
            <source>{by} mudou este atendimento enquanto você trabalhava nele. O que você digitou continua aqui. Confira a mudança e envie de novo.</source>
            <translation>{by} changed this case while you were working on it. What you typed is still here. Check the change and send again.</translation>
        </message>
        <message>
            <source>{by} respondeu este cliente antes de você. A sua resposta não foi enviada e continua aqui. Leia a resposta dele e decida se ainda envia.</source>
            <translation>{by} answered this customer before you. Your reply was not sent and is still here. Read the other reply and decide whether to send.</translation>
        </message>
        <message>
            <source>{path} fica numa pasta de rede, e isso pode corromper o banco. Nada foi criado. Escolha uma pasta deste computador ou use um servidor para a equipe.</source>
            <translation>{path} is in a network folder, which can corrupt the database. Nothing was created. Choose a folder of this computer, or use a server for the team.</translation>
        </message>
        <message>
            <source>{path} fica numa pasta sincronizada ({product}), e isso pode corromper o banco. Nada foi criado. Escolha uma pasta só deste computador ou use um servidor para a equipe.</source>
            <translation>{path} is in a synchronised folder ({product}), which can corrupt the database. Nothing was created. Choose a folder of this computer only, or use a server for the team.</translation>
        </message>
        <message>
            <source>{path} não é um banco do Balcão. O arquivo não foi tocado. Escolha outro arquivo ou crie um banco novo.</source>
            <translation>{path} is not a Balcão database. The file was not touched. Choose another file or create a new database.</translation>
        </message>
        <message>
            <source>É a última pessoa que administra o Balcão. Nada foi alterado. Dê esse perfil a outra pessoa antes.</source>
            <translation>This is the last administrator. Nothing was changed. Give that role to someone else first.</translation>
        </message>
        <message>
            <source>É o mesmo atendimento. Nada foi juntado. Escolha outro.</source>
            <translation>It is the same case. Nothing was merged. Choose another.</translation>
        </message>
        <message>
            <source>“{name}” cresce demais ao ser aberto e pode ser perigoso. Nada foi importado. Confira de onde ele veio.</source>
            <translation>“{name}” grows too much when opened and may be dangerous. Nothing was imported. Check where it came from.</translation>
        </message>
        <message>
            <source>“{name}” está incompleto. Nada foi importado. Baixe ou exporte o arquivo de novo.</source>
            <translation>“{name}” is incomplete. Nothing was imported. Download or export the file again.</translation>
        </message>
        <message>
            <source>“{name}” está vazio. Nada foi importado. Confira se a exportação terminou.</source>
            <translation>“{name}” is empty. Nothing was imported. Check whether the export finished.</translation>
        </message>
        <message>
            <source>“{name}” não foi encontrado. Nada foi importado. Confira se o arquivo foi movido ou apagado.</source>
            <translation>“{name}” was not found. Nothing was imported. Check whether the file was moved or deleted.</translation>
        </message>
        <message>
            <source>“{name}” não parece uma tabela nem mensagens. Nada foi importado. Use CSV, XLSX, JSON, mbox ou EML.</source>
            <translation>“{name}” looks neither like a table nor like messages. Nothing was imported. Use CSV, XLSX, JSON, mbox or EML.</translation>
        </message>
        <message>
            <source>“{name}” não pôde ser lido. Nada foi importado. Feche o arquivo em outros programas, confira se ele abre e tente de novo.</source>
            <translation>“{name}” could not be read. Nothing was imported. Close the file in other programs, check that it opens and try again.</translation>
        </message>
        <message>
            <source>“{name}” não tem a planilha “{sheet}”. Nada foi importado. Escolha outra planilha do arquivo.</source>
            <translation>“{name}” has no sheet “{sheet}”. Nothing was imported. Choose another sheet of the file.</translation>
        </message>
        <message>
            <source>“{name}” não tem linhas e colunas que se possam ler. Nada foi importado. Exporte de novo como CSV ou XLSX.</source>
            <translation>“{name}” has no rows and columns that can be read. Nothing was imported. Export it again as CSV or XLSX.</translation>
        </message>
        <message>
            <source>“{name}” tem senha. Nada foi importado. Salve uma cópia sem senha e tente de novo.</source>
            <translation>“{name}” has a password. Nothing was imported. Save a copy without a password and try again.</translation>
        </message>
        <message>
            <source>“{name}” é grande demais para ler de uma vez. Nada foi importado. Divida o arquivo ou exporte como CSV.</source>
            <translation>“{name}” is too large to read at once. Nothing was imported. Split the file or export it as CSV.</translation>
        </message>
        <message>
            <source>“{name}” é um arquivo compactado. Nada foi importado. Descompacte e escolha o arquivo de dentro.</source>
            <translation>“{name}” is a compressed file. Nothing was imported. Unpack it and choose the file inside.</translation>
        </message>
    </context>
    <context>
        <name>filter_texts</name>
        <message>
            <source>Classificação</source>
            <translation>Classification</translation>
        </message>
        <message>
            <source>De uma importação</source>
            <translation>From an import</translation>
        </message>
        <message>
            <source>Misto</source>
            <translation>Mixed</translation>
        </message>
        <message>
            <source>Negativo</source>
            <translation>Negative</translation>
        </message>
        <message>
            <source>Neutro</source>
            <translation>Neutral</translation>
        </message>
        <message>
            <source>Por regra de entrada</source>
            <translation>By intake rule</translation>
        </message>
        <message>
            <source>Positivo</source>
            <translation>Positive</translation>
        </message>
        <message>
            <source>Privadas</source>
            <translation>Private</translation>
        </message>
        <message>
            <source>Públicas</source>
            <translation>Public</translation>
        </message>
        <message>
            <source>Sem sentimento</source>
            <translation>No sentiment</translation>
        </message>
        <message>
            <source>VIP</source>
            <translation>VIP</translation>
        </message>
        <message>
            <source>até {until}</source>
            <translation>until {until}</translation>
        </message>
        <message>
            <source>desde {since}</source>
            <translation>since {since}</translation>
        </message>
        <message>
            <source>domingo</source>
            <translation>Sunday</translation>
        </message>
        <message>
            <source>quarta</source>
            <translation>Wednesday</translation>
        </message>
        <message>
            <source>quinta</source>
            <translation>Thursday</translation>
        </message>
        <message>
            <source>segunda</source>
            <translation>Monday</translation>
        </message>
        <message>
            <source>sexta</source>
            <translation>Friday</translation>
        </message>
        <message>
            <source>sábado</source>
            <translation>Saturday</translation>
        </message>
        <message>
            <source>terça</source>
            <translation>Tuesday</translation>
        </message>
        <message>
            <source>{hour}h às {next}h</source>
            <translation>{hour}:00 to {next}:00</translation>
        </message>
        <message>
            <source>{since} a {until}</source>
            <translation>{since} to {until}</translation>
        </message>
    </context>
    <context>
        <name>inbox_actions</name>
        <message>
            <source>Abrir atendimento</source>
            <translation>Open case</translation>
        </message>
        <message>
            <source>Abrir o item da lista</source>
            <translation>Open the item of the list</translation>
        </message>
        <message>
            <source>Adiar os marcados</source>
            <translation>Snooze the marked ones</translation>
        </message>
        <message>
            <source>Atribuir os marcados</source>
            <translation>Assign the marked ones</translation>
        </message>
        <message>
            <source>Buscar nesta lista</source>
            <translation>Search this list</translation>
        </message>
        <message>
            <source>Filtrar a lista</source>
            <translation>Filter the list</translation>
        </message>
        <message>
            <source>Ignorar</source>
            <translation>Ignore</translation>
        </message>
        <message>
            <source>Ir para o anterior da lista</source>
            <translation>Go to the previous in the list</translation>
        </message>
        <message>
            <source>Ir para o próximo da lista</source>
            <translation>Go to the next in the list</translation>
        </message>
        <message>
            <source>Juntar a um atendimento</source>
            <translation>Join to a case</translation>
        </message>
        <message>
            <source>Limpar filtros</source>
            <translation>Clear filters</translation>
        </message>
        <message>
            <source>Lista da entrada</source>
            <translation>Inbox list</translation>
        </message>
        <message>
            <source>Marcar até o anterior</source>
            <translation>Mark up to the previous</translation>
        </message>
        <message>
            <source>Marcar até o próximo</source>
            <translation>Mark up to the next</translation>
        </message>
        <message>
            <source>Marcar ou desmarcar</source>
            <translation>Mark or unmark</translation>
        </message>
        <message>
            <source>Marcar tudo</source>
            <translation>Mark all</translation>
        </message>
        <message>
            <source>Monitorar</source>
            <translation>Monitor</translation>
        </message>
        <message>
            <source>Mostrar as novidades da lista</source>
            <translation>Show the news of the list</translation>
        </message>
        <message>
            <source>Próximo caso</source>
            <translation>Next case</translation>
        </message>
        <message>
            <source>Salvar filtro</source>
            <translation>Save filter</translation>
        </message>
        <message>
            <source>Sentimento misto</source>
            <translation>Mixed sentiment</translation>
        </message>
        <message>
            <source>Sentimento negativo</source>
            <translation>Negative sentiment</translation>
        </message>
        <message>
            <source>Sentimento neutro</source>
            <translation>Neutral sentiment</translation>
        </message>
        <message>
            <source>Sentimento positivo</source>
            <translation>Positive sentiment</translation>
        </message>
        <message>
            <source>Triagem</source>
            <translation>Triage</translation>
        </message>
        <message>
            <source>Voltar para A triar</source>
            <translation>Back to triage</translation>
        </message>
        <message>
            <source>Voltar para a lista</source>
            <translation>Back to the list</translation>
        </message>
    </context>
    <context>
        <name>inbox_header</name>
        <message>
            <source>Mais antigas</source>
            <translation>Oldest</translation>
        </message>
        <message>
            <source>Mais novas</source>
            <translation>Newest</translation>
        </message>
        <message>
            <source>Prazo</source>
            <translation>Deadline</translation>
        </message>
    </context>
    <context>
        <name>navigation</name>
        <message>
            <source>A triar</source>
            <translation>To triage</translation>
        </message>
        <message>
            <source>Adiados</source>
            <translation>Snoozed</translation>
        </message>
        <message>
            <source>Aguardando cliente</source>
            <translation>Waiting for customer</translation>
        </message>
        <message>
            <source>Aguardando área</source>
            <translation>Waiting for area</translation>
        </message>
        <message>
            <source>Crise</source>
            <translation>Crisis</translation>
        </message>
        <message>
            <source>Encerrados</source>
            <translation>Closed</translation>
        </message>
        <message>
            <source>Entrada</source>
            <translation>Inbox</translation>
        </message>
        <message>
            <source>Filtros salvos</source>
            <translation>Saved filters</translation>
        </message>
        <message>
            <source>Ignoradas</source>
            <translation>Ignored</translation>
        </message>
        <message>
            <source>Menções</source>
            <translation>Mentions</translation>
        </message>
        <message>
            <source>Meus</source>
            <translation>Mine</translation>
        </message>
        <message>
            <source>Monitorar</source>
            <translation>Monitor</translation>
        </message>
        <message>
            <source>Sem dono</source>
            <translation>Unowned</translation>
        </message>
        <message>
            <source>Todas as menções</source>
            <translation>All mentions</translation>
        </message>
        <message>
            <source>Todos os atendimentos</source>
            <translation>All cases</translation>
        </message>
        <message>
            <source>Vencendo</source>
            <translation>Due soon</translation>
        </message>
    </context>
    <context>
        <name>preview_facts</name>
        <message>
            <source>1 atendimento aberto</source>
            <translation>1 open case</translation>
        </message>
        <message>
            <source>1 compartilhamento</source>
            <translation>1 share</translation>
        </message>
        <message>
            <source>1 curtida</source>
            <translation>1 like</translation>
        </message>
        <message>
            <source>1 menção anterior</source>
            <translation>1 earlier mention</translation>
        </message>
        <message>
            <source>1 resposta</source>
            <translation>1 reply</translation>
        </message>
        <message>
            <source>Lugar</source>
            <translation>Place</translation>
        </message>
        <message>
            <source>Nota dada</source>
            <translation>Rating given</translation>
        </message>
        <message>
            <source>Perfil</source>
            <translation>Profile</translation>
        </message>
        <message>
            <source>Primeira menção desta pessoa</source>
            <translation>First mention of this person</translation>
        </message>
        <message>
            <source>Privada</source>
            <translation>Private</translation>
        </message>
        <message>
            <source>Pública</source>
            <translation>Public</translation>
        </message>
        <message>
            <source>Pública, dirigida à marca</source>
            <translation>Public, to the brand</translation>
        </message>
        <message>
            <source>Público</source>
            <translation>Audience</translation>
        </message>
        <message>
            <source>Recebida</source>
            <translation>Received</translation>
        </message>
        <message>
            <source>Situação</source>
            <translation>State</translation>
        </message>
        <message>
            <source>alcance {n}</source>
            <translation>reach {n}</translation>
        </message>
        <message>
            <source>sem dono</source>
            <translation>unowned</translation>
        </message>
        <message>
            <source>{n} MB</source>
            <translation>{n} MB</translation>
        </message>
        <message>
            <source>{n} atendimentos abertos</source>
            <translation>{n} open cases</translation>
        </message>
        <message>
            <source>{n} bytes</source>
            <translation>{n} bytes</translation>
        </message>
        <message>
            <source>{n} compartilhamentos</source>
            <translation>{n} shares</translation>
        </message>
        <message>
            <source>{n} curtidas</source>
            <translation>{n} likes</translation>
        </message>
        <message>
            <source>{n} kB</source>
            <translation>{n} kB</translation>
        </message>
        <message>
            <source>{n} menções anteriores</source>
            <translation>{n} earlier mentions</translation>
        </message>
        <message>
            <source>{n} respostas</source>
            <translation>{n} replies</translation>
        </message>
        <message>
            <source>{state} pela regra “{rule}”</source>
            <translation>{state} by rule “{rule}”</translation>
        </message>
    </context>
    <context>
        <name>row_texts</name>
        <message>
            <source>A triar</source>
            <translation>To triage</translation>
        </message>
        <message>
            <source>Adiado até {when}</source>
            <translation>Snoozed until {when}</translation>
        </message>
        <message>
            <source>Aguarda cliente</source>
            <translation>Waits for customer</translation>
        </message>
        <message>
            <source>Aguarda {area}</source>
            <translation>Waits for {area}</translation>
        </message>
        <message>
            <source>Aguardando cliente</source>
            <translation>Waiting for customer</translation>
        </message>
        <message>
            <source>Aguardando área</source>
            <translation>Waiting for area</translation>
        </message>
        <message>
            <source>Anulado</source>
            <translation>Voided</translation>
        </message>
        <message>
            <source>Autor não identificado</source>
            <translation>Unknown author</translation>
        </message>
        <message>
            <source>Crise {level}</source>
            <translation>Crisis {level}</translation>
        </message>
        <message>
            <source>Em atendimento</source>
            <translation>In service</translation>
        </message>
        <message>
            <source>Em caso</source>
            <translation>In a case</translation>
        </message>
        <message>
            <source>Encerrado</source>
            <translation>Closed</translation>
        </message>
        <message>
            <source>Ignorada</source>
            <translation>Ignored</translation>
        </message>
        <message>
            <source>Menção</source>
            <translation>Mention</translation>
        </message>
        <message>
            <source>Monitorar</source>
            <translation>Monitor</translation>
        </message>
        <message>
            <source>Novo</source>
            <translation>New</translation>
        </message>
        <message>
            <source>Protocolo {number}</source>
            <translation>Protocol {number}</translation>
        </message>
        <message>
            <source>Reaberto</source>
            <translation>Reopened</translation>
        </message>
        <message>
            <source>Resolvido</source>
            <translation>Resolved</translation>
        </message>
        <message>
            <source>Unido</source>
            <translation>Merged</translation>
        </message>
        <message>
            <source>VIP</source>
            <translation>VIP</translation>
        </message>
        <message>
            <source>hoje</source>
            <translation>today</translation>
        </message>
        <message>
            <source>marcada</source>
            <translation>marked</translation>
        </message>
        <message>
            <source>não lida</source>
            <translation>unread</translation>
        </message>
        <message>
            <source>ontem</source>
            <translation>yesterday</translation>
        </message>
        <message>
            <source>privada</source>
            <translation>private</translation>
        </message>
        <message>
            <source>pública</source>
            <translation>public</translation>
        </message>
        <message>
            <source>rascunho</source>
            <translation>draft</translation>
        </message>
        <message>
            <source>área</source>
            <translation>area</translation>
        </message>
    </context>
    <context>
        <name>texts</name>
        <message>
            <source>agora</source>
            <translation>now</translation>
        </message>
        <message>
            <source>amanhã {time}</source>
            <translation>tomorrow {time}</translation>
        </message>
        <message>
            <source>atrasado {span}</source>
            <translation>{span} late</translation>
        </message>
        <message>
            <source>faltam {span}</source>
            <translation>{span} left</translation>
        </message>
        <message>
            <source>hoje {time}</source>
            <translation>today {time}</translation>
        </message>
        <message>
            <source>há {span}</source>
            <translation>{span} ago</translation>
        </message>
        <message>
            <source>ontem</source>
            <translation>yesterday</translation>
        </message>
        <message>
            <source>ontem {time}</source>
            <translation>yesterday {time}</translation>
        </message>
        <message>
            <source>vence em {span}</source>
            <translation>due in {span}</translation>
        </message>
        <message>
            <source>{days} d</source>
            <translation>{days} d</translation>
        </message>
        <message>
            <source>{done} de {total}</source>
            <translation>{done} of {total}</translation>
        </message>
        <message>
            <source>{hours} h</source>
            <translation>{hours} h</translation>
        </message>
        <message>
            <source>{minutes} min</source>
            <translation>{minutes} min</translation>
        </message>
        <message>
            <source>{rate}/s</source>
            <translation>{rate}/s</translation>
        </message>
        <message>
            <source>{seconds} s</source>
            <translation>{seconds} s</translation>
        </message>
        <message>
            <source>{thousands} mil</source>
            <translation>{thousands}k</translation>
        </message>
    </context>
    <context>
        <name>window_actions</name>
        <message>
            <source>Abrir a paleta de comandos</source>
            <translation>Open the command palette</translation>
        </message>
        <message>
            <source>Alternar claro e escuro</source>
            <translation>Switch light and dark</translation>
        </message>
        <message>
            <source>Alternar lista densa</source>
            <translation>Switch dense lists</translation>
        </message>
        <message>
            <source>Aparência</source>
            <translation>Appearance</translation>
        </message>
        <message>
            <source>Aumentar a letra</source>
            <translation>Larger text</translation>
        </message>
        <message>
            <source>Buscar</source>
            <translation>Search</translation>
        </message>
        <message>
            <source>Diminuir a letra</source>
            <translation>Smaller text</translation>
        </message>
        <message>
            <source>Ir para o painel anterior</source>
            <translation>Go to the previous pane</translation>
        </message>
        <message>
            <source>Ir para o próximo painel</source>
            <translation>Go to the next pane</translation>
        </message>
        <message>
            <source>Ir para {page}</source>
            <translation>Go to {page}</translation>
        </message>
        <message>
            <source>Janela</source>
            <translation>Window</translation>
        </message>
        <message>
            <source>Letra no tamanho normal</source>
            <translation>Normal text size</translation>
        </message>
        <message>
            <source>Mostrar ou recolher a navegação</source>
            <translation>Show or fold the navigation</translation>
        </message>
        <message>
            <source>Páginas</source>
            <translation>Pages</translation>
        </message>
        <message>
            <source>Sair do Balcão</source>
            <translation>Quit Balcão</translation>
        </message>
        <message>
            <source>Usar alto contraste</source>
            <translation>Use high contrast</translation>
        </message>
        <message>
            <source>Ver teclas de atalho</source>
            <translation>See keyboard shortcuts</translation>
        </message>
    </context>
</TS>
