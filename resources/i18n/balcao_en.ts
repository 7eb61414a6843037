<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="pt_BR">
    <context>
        <name>ActPanel</name>
        <message>
            <source>Cancelar</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Cancelar (Esc)</source>
            <translation>Cancel (Esc)</translation>
        </message>
    </context>
    <context>
        <name>AdviceSection</name>
        <message>
            <source>AÇÃO RECOMENDADA</source>
            <translation>RECOMMENDED ACTION</translation>
        </message>
    </context>
    <context>
        <name>AfterSection</name>
        <message>
            <source>Data do pós-atendimento</source>
            <translation>Follow-up date</translation>
        </message>
        <message>
            <source>Marcar data</source>
            <translation>Set date</translation>
        </message>
        <message>
            <source>Para o cliente, está resolvido</source>
            <translation>For the customer it is resolved</translation>
        </message>
        <message>
            <source>PÓS-ATENDIMENTO</source>
            <translation>FOLLOW-UP</translation>
        </message>
        <message>
            <source>Satisfação</source>
            <translation>Satisfaction</translation>
        </message>
        <message>
            <source>Satisfação, de 1 a 5</source>
            <translation>Satisfaction, from 1 to 5</translation>
        </message>
        <message>
            <source>Tirar data</source>
            <translation>Remove date</translation>
        </message>
    </context>
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
        <name>AxesSection</name>
        <message>
            <source>CLASSIFICAÇÃO</source>
            <translation>CLASSIFICATION</translation>
        </message>
        <message>
            <source>Clique ou tecle C para classificar</source>
            <translation>Click or press C to classify</translation>
        </message>
        <message>
            <source>Sugestão: {path}. Enter confirma.</source>
            <translation>Suggestion: {path}. Enter confirms.</translation>
        </message>
        <message>
            <source>falta preencher</source>
            <translation>to be filled in</translation>
        </message>
        <message>
            <source>{path}: clique ou tecle C para mudar</source>
            <translation>{path}: click or press C to change</translation>
        </message>
    </context>
    <context>
        <name>Board</name>
        <message>
            <source>As {n} menções deste período não têm hora, só o dia.</source>
            <translation>The {n} mentions of this period have no time, only the day.</translation>
        </message>
        <message>
            <source>Dia da semana e hora</source>
            <translation>Weekday and hour</translation>
        </message>
        <message>
            <source>Horário nobre</source>
            <translation>Peak hours</translation>
        </message>
        <message>
            <source>Mais {n} sem hora.</source>
            <translation>{n} more without a time.</translation>
        </message>
        <message>
            <source>Menções classificadas ou sugeridas; {n} confirmadas por uma pessoa.</source>
            <translation>Mentions classified or suggested; {n} confirmed by a person.</translation>
        </message>
        <message>
            <source>Menções por hora do dia.</source>
            <translation>Mentions by hour of the day.</translation>
        </message>
        <message>
            <source>Menções por hora do dia. {share} chegam com o balcão fechado.</source>
            <translation>Mentions by hour of the day. {share} arrive while the counter is closed.</translation>
        </message>
        <message>
            <source>Menções por hora e dia da semana.</source>
            <translation>Mentions by hour and weekday.</translation>
        </message>
        <message>
            <source>Menções por hora e dia da semana. Pico: {when}.</source>
            <translation>Mentions by hour and weekday. Peak: {when}.</translation>
        </message>
        <message>
            <source>Menções por sentimento, a cada dia.</source>
            <translation>Mentions by sentiment, day by day.</translation>
        </message>
        <message>
            <source>Menções por sentimento, a cada mês.</source>
            <translation>Mentions by sentiment, month by month.</translation>
        </message>
        <message>
            <source>Menções por sentimento, a cada semana (desde segunda-feira).</source>
            <translation>Mentions by sentiment, week by week (from Monday).</translation>
        </message>
        <message>
            <source>Menções recebidas e as que estão em atendimento. Média: {n} por dia.</source>
            <translation>Mentions received and those in a case. Average: {n} a day.</translation>
        </message>
        <message>
            <source>Nenhuma menção neste período.</source>
            <translation>No mentions in this period.</translation>
        </message>
        <message>
            <source>Sentimento</source>
            <translation>Sentiment</translation>
        </message>
        <message>
            <source>Sentimento ao longo do tempo</source>
            <translation>Sentiment over time</translation>
        </message>
        <message>
            <source>Volume por dia</source>
            <translation>Volume per day</translation>
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
        <name>CardPanel</name>
        <message>
            <source>Buscar cliente</source>
            <translation>Find customer</translation>
        </message>
        <message>
            <source>Cadastro, perfis e uniões</source>
            <translation>Data, handles and merges</translation>
        </message>
        <message>
            <source>Clientes VIP têm prazos próprios e aparecem com estrela</source>
            <translation>VIP customers have targets of their own and show a star</translation>
        </message>
        <message>
            <source>Escolha um cliente na lista ou busque pelo nome, CPF, telefone, e-mail ou protocolo.</source>
            <translation>Choose a customer in the list, or search by name, CPF, phone, e-mail or protocol.</translation>
        </message>
        <message>
            <source>Marcar VIP</source>
            <translation>Mark VIP</translation>
        </message>
        <message>
            <source>Tirar VIP</source>
            <translation>Unmark VIP</translation>
        </message>
        <message>
            <source>VIP</source>
            <translation>VIP</translation>
        </message>
    </context>
    <context>
        <name>CaseActs</name>
        <message>
            <source>Anular</source>
            <translation>Void</translation>
        </message>
        <message>
            <source>Anular: o protocolo fica gasto e as mensagens voltam para A triar</source>
            <translation>Void: the protocol stays spent and the messages go back to To triage</translation>
        </message>
        <message>
            <source>Levar</source>
            <translation>Take it</translation>
        </message>
        <message>
            <source>Levar à Ouvidoria</source>
            <translation>Take to the Ombudsman</translation>
        </message>
        <message>
            <source>O que a área respondeu</source>
            <translation>What the area answered</translation>
        </message>
        <message>
            <source>O que o cliente contesta</source>
            <translation>What the customer disputes</translation>
        </message>
        <message>
            <source>Por que foi aberto por engano (opcional)</source>
            <translation>Why it was opened by mistake (optional)</translation>
        </message>
        <message>
            <source>Por que reabre, em poucas palavras</source>
            <translation>Why it reopens, in a few words</translation>
        </message>
        <message>
            <source>Reabrir</source>
            <translation>Reopen</translation>
        </message>
        <message>
            <source>Reabrir com o mesmo protocolo</source>
            <translation>Reopen with the same protocol</translation>
        </message>
        <message>
            <source>Registrar</source>
            <translation>Record</translation>
        </message>
        <message>
            <source>Resposta da área</source>
            <translation>Answer of the area</translation>
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
        <name>CaseHeader</name>
        <message>
            <source>Aguarda {area}</source>
            <translation>Waits for {area}</translation>
        </message>
        <message>
            <source>Atendimento sem título</source>
            <translation>Untitled case</translation>
        </message>
        <message>
            <source>Crise nível {level}</source>
            <translation>Crisis level {level}</translation>
        </message>
        <message>
            <source>Grave</source>
            <translation>Grave</translation>
        </message>
        <message>
            <source>Mais ações deste atendimento</source>
            <translation>More actions on this case</translation>
        </message>
        <message>
            <source>Protocolo</source>
            <translation>Protocol</translation>
        </message>
        <message>
            <source>Protocolo copiado</source>
            <translation>Protocol copied</translation>
        </message>
        <message>
            <source>Próximo passo:</source>
            <translation>Next step:</translation>
        </message>
        <message>
            <source>Próximo passo: {what}</source>
            <translation>Next step: {what}</translation>
        </message>
        <message>
            <source>VIP</source>
            <translation>VIP</translation>
        </message>
        <message>
            <source>aberto {when}</source>
            <translation>opened {when}</translation>
        </message>
        <message>
            <source>abrir o protocolo {number}</source>
            <translation>open protocol {number}</translation>
        </message>
        <message>
            <source>com você</source>
            <translation>with you</translation>
        </message>
        <message>
            <source>com {name}</source>
            <translation>with {name}</translation>
        </message>
        <message>
            <source>comentário público</source>
            <translation>public comment</translation>
        </message>
        <message>
            <source>explicar este prazo</source>
            <translation>explain this deadline</translation>
        </message>
        <message>
            <source>mensagem privada</source>
            <translation>private message</translation>
        </message>
        <message>
            <source>reaberto {count}×</source>
            <translation>reopened {count}×</translation>
        </message>
        <message>
            <source>sem dono</source>
            <translation>unowned</translation>
        </message>
        <message>
            <source>{names} está escrevendo…</source>
            <translation>{names} is writing…</translation>
        </message>
        <message>
            <source>{names} estão escrevendo…</source>
            <translation>{names} are writing…</translation>
        </message>
        <message>
            <source>{names} também está neste atendimento</source>
            <translation>{names} is in this case too</translation>
        </message>
        <message>
            <source>{names} também estão neste atendimento</source>
            <translation>{names} are in this case too</translation>
        </message>
    </context>
    <context>
        <name>CasePane</name>
        <message>
            <source>Atendimento</source>
            <translation>Case</translation>
        </message>
        <message>
            <source>Escolha um atendimento na lista.</source>
            <translation>Choose a case in the list.</translation>
        </message>
        <message>
            <source>Tentar de novo</source>
            <translation>Try again</translation>
        </message>
    </context>
    <context>
        <name>CasePicks</name>
        <message>
            <source>Atribuir a quem?</source>
            <translation>Assign to whom?</translation>
        </message>
        <message>
            <source>Modelos de resposta</source>
            <translation>Reply templates</translation>
        </message>
        <message>
            <source>Nenhum atendimento tem este protocolo.</source>
            <translation>No case has this protocol.</translation>
        </message>
        <message>
            <source>Os dois são do mesmo cliente. Você também pode colar um protocolo e teclar Enter.</source>
            <translation>Both belong to the same customer. You can also paste a protocol and press Enter.</translation>
        </message>
        <message>
            <source>Unir qual atendimento a este?</source>
            <translation>Merge which case into this one?</translation>
        </message>
    </context>
    <context>
        <name>CaseWindow</name>
        <message>
            <source>Atendimento</source>
            <translation>Case</translation>
        </message>
    </context>
    <context>
        <name>CaseZones</name>
        <message>
            <source>Conversa</source>
            <translation>Conversation</translation>
        </message>
        <message>
            <source>Informações</source>
            <translation>Information</translation>
        </message>
        <message>
            <source>Partes do atendimento</source>
            <translation>Parts of the case</translation>
        </message>
    </context>
    <context>
        <name>ChartCard</name>
        <message>
            <source>Copiar imagem</source>
            <translation>Copy picture</translation>
        </message>
        <message>
            <source>Copiar tabela</source>
            <translation>Copy table</translation>
        </message>
        <message>
            <source>Imagem copiada</source>
            <translation>Picture copied</translation>
        </message>
        <message>
            <source>Opções de {title}</source>
            <translation>Options of {title}</translation>
        </message>
        <message>
            <source>Salvar imagem (PNG)</source>
            <translation>Save picture (PNG)</translation>
        </message>
        <message>
            <source>Salvar planilha (XLSX)</source>
            <translation>Save spreadsheet (XLSX)</translation>
        </message>
        <message>
            <source>Salvar tabela (CSV)</source>
            <translation>Save table (CSV)</translation>
        </message>
        <message>
            <source>Tabela ao lado</source>
            <translation>Table beside it</translation>
        </message>
        <message>
            <source>Tabela copiada</source>
            <translation>Table copied</translation>
        </message>
        <message>
            <source>Tabela, imagem e planilha</source>
            <translation>Table, picture and spreadsheet</translation>
        </message>
        <message>
            <source>Tabela: {title}</source>
            <translation>Table: {title}</translation>
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
        <name>ChoiceField</name>
        <message>
            <source>Deixar sem escolha</source>
            <translation>Leave unset</translation>
        </message>
        <message>
            <source>Digite parte do nome</source>
            <translation>Type part of the name</translation>
        </message>
        <message>
            <source>Escolher {name}</source>
            <translation>Choose {name}</translation>
        </message>
    </context>
    <context>
        <name>Classify</name>
        <message>
            <source>Agora: {path}. Enter mantém, Esc sai.</source>
            <translation>Now: {path}. Enter keeps it, Esc leaves.</translation>
        </message>
        <message>
            <source>Digite parte do nome ou a tecla do item</source>
            <translation>Type part of the name or the item's key</translation>
        </message>
        <message>
            <source>Setas e Enter escolhem, Enter vazio pula, Esc sai.</source>
            <translation>Arrows and Enter choose, Enter on nothing skips, Esc leaves.</translation>
        </message>
        <message>
            <source>Sugestão: {path}? Enter confirma.</source>
            <translation>Suggestion: {path}? Enter confirms.</translation>
        </message>
        <message>
            <source>recente</source>
            <translation>recent</translation>
        </message>
    </context>
    <context>
        <name>ClosePanel</name>
        <message>
            <source>Encerrar</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>Encerrar o atendimento</source>
            <translation>Close the case</translation>
        </message>
        <message>
            <source>Falta: {what}</source>
            <translation>Missing: {what}</translation>
        </message>
        <message>
            <source>Marcar como resolvido</source>
            <translation>Mark as resolved</translation>
        </message>
        <message>
            <source>O cliente foi avisado por telefone ou pessoalmente</source>
            <translation>The customer was told by telephone or in person</translation>
        </message>
        <message>
            <source>Solução: o que resolveu, em poucas palavras</source>
            <translation>Solution: what solved it, in a few words</translation>
        </message>
    </context>
    <context>
        <name>ColumnsStep</name>
        <message>
            <source>Assunto</source>
            <translation>Subject</translation>
        </message>
        <message>
            <source>Canal</source>
            <translation>Channel</translation>
        </message>
        <message>
            <source>Data</source>
            <translation>Date</translation>
        </message>
        <message>
            <source>Datas como</source>
            <translation>Dates as</translation>
        </message>
        <message>
            <source>De</source>
            <translation>From</translation>
        </message>
        <message>
            <source>Diga qual coluna tem a data.</source>
            <translation>Say which column holds the date.</translation>
        </message>
        <message>
            <source>Diga qual coluna tem o texto da mensagem.</source>
            <translation>Say which column holds the text of the message.</translation>
        </message>
        <message>
            <source>Forma da data</source>
            <translation>Form of the date</translation>
        </message>
        <message>
            <source>Fuso</source>
            <translation>Time zone</translation>
        </message>
        <message>
            <source>Fuso horário</source>
            <translation>Time zone</translation>
        </message>
        <message>
            <source>Menções</source>
            <translation>Mentions</translation>
        </message>
        <message>
            <source>O arquivo tem linha de títulos</source>
            <translation>The file has a row of headings</translation>
        </message>
        <message>
            <source>Planilha</source>
            <translation>Sheet</translation>
        </message>
        <message>
            <source>Primeiras linhas do arquivo</source>
            <translation>First rows of the file</translation>
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
            <source>Quem pode ler as mensagens</source>
            <translation>Who can read the messages</translation>
        </message>
        <message>
            <source>Reconhecido: mesmas colunas de {day}.</source>
            <translation>Recognised: same columns as on {day}.</translation>
        </message>
        <message>
            <source>Texto</source>
            <translation>Text</translation>
        </message>
        <message>
            <source>{wrong} de {rows} datas mostradas não foram entendidas. Confira a forma da data.</source>
            <translation>{wrong} of the {rows} dates shown were not understood. Check the form of the date.</translation>
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
        <name>CrisisAlert</name>
        <message>
            <source>Chegaram {n} menções em nível de crise</source>
            <translation>{n} mentions at crisis level came in</translation>
        </message>
        <message>
            <source>Chegou uma menção em nível de crise</source>
            <translation>A mention at crisis level came in</translation>
        </message>
        <message>
            <source>Crise: {n} para ver</source>
            <translation>Crisis: {n} to look at</translation>
        </message>
        <message>
            <source>Ver</source>
            <translation>View</translation>
        </message>
    </context>
    <context>
        <name>CustomerListPanel</name>
        <message>
            <source>Busca por nome, perfil, e-mail, telefone, CPF, CNPJ ou protocolo</source>
            <translation>Searches name, handle, e-mail, phone, CPF, CNPJ or protocol</translation>
        </message>
        <message>
            <source>Buscar cliente</source>
            <translation>Find customer</translation>
        </message>
        <message>
            <source>Cliente</source>
            <translation>Customer</translation>
        </message>
        <message>
            <source>Clientes</source>
            <translation>Customers</translation>
        </message>
        <message>
            <source>Limpar busca</source>
            <translation>Clear search</translation>
        </message>
        <message>
            <source>Lista de clientes</source>
            <translation>List of customers</translation>
        </message>
        <message>
            <source>Nenhum cliente ainda. Cada pessoa entra aqui no primeiro atendimento.</source>
            <translation>No customers yet. Each person comes in here with the first case.</translation>
        </message>
        <message>
            <source>Ninguém encontrado com “{typed}”. Tente parte do nome, o e-mail ou o CPF inteiro.</source>
            <translation>Nobody found for “{typed}”. Try part of the name, the e-mail or the whole CPF.</translation>
        </message>
        <message>
            <source>Nome, perfil, e-mail, telefone, CPF ou protocolo</source>
            <translation>Name, handle, e-mail, phone, CPF or protocol</translation>
        </message>
    </context>
    <context>
        <name>CustomerPage</name>
        <message>
            <source>Um colega mudou este cadastro. O que você digitou continua aqui.</source>
            <translation>A colleague changed this customer. What you typed is still here.</translation>
        </message>
    </context>
    <context>
        <name>CustomerSection</name>
        <message>
            <source>Abrir cliente</source>
            <translation>Open customer</translation>
        </message>
        <message>
            <source>Anotações</source>
            <translation>Notes</translation>
        </message>
        <message>
            <source>Anteriores</source>
            <translation>Earlier</translation>
        </message>
        <message>
            <source>CLIENTE</source>
            <translation>CUSTOMER</translation>
        </message>
        <message>
            <source>Contato</source>
            <translation>Contact</translation>
        </message>
        <message>
            <source>Desde</source>
            <translation>Since</translation>
        </message>
        <message>
            <source>Documento</source>
            <translation>Document</translation>
        </message>
        <message>
            <source>Local</source>
            <translation>Place</translation>
        </message>
        <message>
            <source>Marcar como VIP</source>
            <translation>Mark as VIP</translation>
        </message>
        <message>
            <source>Nome</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Não identificado</source>
            <translation>Unidentified</translation>
        </message>
        <message>
            <source>Parece ter outro cadastro: veja no cliente.</source>
            <translation>Seems to have another record: see the customer.</translation>
        </message>
        <message>
            <source>Perfis</source>
            <translation>Handles</translation>
        </message>
        <message>
            <source>Protocolo {number}</source>
            <translation>Protocol {number}</translation>
        </message>
        <message>
            <source>Satisfação</source>
            <translation>Satisfaction</translation>
        </message>
        <message>
            <source>Também em aberto</source>
            <translation>Also open</translation>
        </message>
        <message>
            <source>Tirar a marca VIP</source>
            <translation>Remove the VIP mark</translation>
        </message>
        <message>
            <source>{count} atendimento</source>
            <translation>{count} case</translation>
        </message>
        <message>
            <source>{count} atendimentos</source>
            <translation>{count} cases</translation>
        </message>
        <message>
            <source>{score} de 5</source>
            <translation>{score} of 5</translation>
        </message>
    </context>
    <context>
        <name>DataPanel</name>
        <message>
            <source>Cadastro</source>
            <translation>Data</translation>
        </message>
        <message>
            <source>Cliente desde</source>
            <translation>Customer since</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>E-mail</translation>
        </message>
        <message>
            <source>Editar</source>
            <translation>Edit</translation>
        </message>
        <message>
            <source>Editar cadastro</source>
            <translation>Edit customer</translation>
        </message>
        <message>
            <source>Esconder</source>
            <translation>Hide</translation>
        </message>
        <message>
            <source>Lugar</source>
            <translation>Place</translation>
        </message>
        <message>
            <source>Mostrar</source>
            <translation>Show</translation>
        </message>
        <message>
            <source>Observações</source>
            <translation>Notes</translation>
        </message>
        <message>
            <source>Perfil</source>
            <translation>Profile</translation>
        </message>
        <message>
            <source>Persona</source>
            <translation>Persona</translation>
        </message>
        <message>
            <source>Telefone</source>
            <translation>Phone</translation>
        </message>
    </context>
    <context>
        <name>DatabasePage</name>
        <message>
            <source>A verificação foi cancelada. Nada foi alterado.</source>
            <translation>The check was cancelled. Nothing was changed.</translation>
        </message>
        <message>
            <source>A verificação não terminou.</source>
            <translation>The check did not finish.</translation>
        </message>
        <message>
            <source>Aberto</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>Aberto só para leitura</source>
            <translation>Open for reading only</translation>
        </message>
        <message>
            <source>Abrir este banco</source>
            <translation>Open this database</translation>
        </message>
        <message>
            <source>Atenção</source>
            <translation>Attention</translation>
        </message>
        <message>
            <source>Banco de dados</source>
            <translation>Database</translation>
        </message>
        <message>
            <source>Nada foi apagado. Guarde uma cópia do banco e procure quem cuida do sistema.</source>
            <translation>Nothing was deleted. Keep a copy of the database and ask whoever looks after the system.</translation>
        </message>
        <message>
            <source>O banco de agora não muda nem é apagado; dá para voltar a ele quando quiser.</source>
            <translation>The present database is neither changed nor deleted; you can go back to it at any time.</translation>
        </message>
        <message>
            <source>Onde fica</source>
            <translation>Where it is</translation>
        </message>
        <message>
            <source>Situação</source>
            <translation>State</translation>
        </message>
        <message>
            <source>Tamanho</source>
            <translation>Size</translation>
        </message>
        <message>
            <source>Tudo certo: contagens, índices e {n} registros do histórico conferem.</source>
            <translation>All is well: counts, indexes and {n} history records agree.</translation>
        </message>
        <message>
            <source>Tudo o que a equipe registra fica aqui: menções, atendimentos, clientes e histórico.</source>
            <translation>All that the team records is here: mentions, cases, customers and history.</translation>
        </message>
        <message>
            <source>Usar outro banco</source>
            <translation>Use another database</translation>
        </message>
        <message>
            <source>Verificando o banco</source>
            <translation>Checking the database</translation>
        </message>
        <message>
            <source>Verificando… Pode continuar trabalhando.</source>
            <translation>Checking… You can go on working.</translation>
        </message>
        <message>
            <source>Verificar</source>
            <translation>Check</translation>
        </message>
        <message>
            <source>o arquivo tem partes danificadas</source>
            <translation>parts of the file are damaged</translation>
        </message>
        <message>
            <source>o histórico foi alterado a partir do registro {n}</source>
            <translation>the history was altered from record {n} on</translation>
        </message>
        <message>
            <source>{n} contagens não conferem com as linhas</source>
            <translation>{n} counts do not agree with the rows</translation>
        </message>
    </context>
    <context>
        <name>DaysChart</name>
        <message>
            <source> em atendimento</source>
            <translation> in a case</translation>
        </message>
        <message>
            <source> recebidas</source>
            <translation> received</translation>
        </message>
        <message>
            <source>{day}: {n} recebidas, {cases} em atendimento</source>
            <translation>{day}: {n} received, {cases} in a case</translation>
        </message>
        <message>
            <source>{total} menções no período; o dia mais cheio foi {day}, com {n}.</source>
            <translation>{total} mentions in the period; the busiest day was {day}, with {n}.</translation>
        </message>
    </context>
    <context>
        <name>DeadlinesSection</name>
        <message>
            <source>1ª resposta</source>
            <translation>First response</translation>
        </message>
        <message>
            <source>Aguardando o cliente</source>
            <translation>Waiting for the customer</translation>
        </message>
        <message>
            <source>Lei</source>
            <translation>Law</translation>
        </message>
        <message>
            <source>Lei ({days} dias)</source>
            <translation>Law ({days} days)</translation>
        </message>
        <message>
            <source>PRAZOS</source>
            <translation>DEADLINES</translation>
        </message>
        <message>
            <source>Solução</source>
            <translation>Solution</translation>
        </message>
        <message>
            <source>em {span}</source>
            <translation>in {span}</translation>
        </message>
        <message>
            <source>em {span}, com atraso</source>
            <translation>in {span}, late</translation>
        </message>
        <message>
            <source>explicar os prazos</source>
            <translation>explain the deadlines</translation>
        </message>
        <message>
            <source>parado</source>
            <translation>paused</translation>
        </message>
    </context>
    <context>
        <name>Delivery</name>
        <message>
            <source>Anexo salvo: {name}</source>
            <translation>Attachment saved: {name}</translation>
        </message>
        <message>
            <source>Salvar anexo</source>
            <translation>Save attachment</translation>
        </message>
        <message>
            <source>Texto copiado. Envie pelo canal e marque como enviada.</source>
            <translation>Text copied. Send it by the channel and mark it as sent.</translation>
        </message>
        <message>
            <source>anexo</source>
            <translation>attachment</translation>
        </message>
    </context>
    <context>
        <name>DropArea</name>
        <message>
            <source>CSV, Excel, JSON, mbox ou EML. Antes de gravar você confere as colunas e as datas.</source>
            <translation>CSV, Excel, JSON, mbox or EML. You check columns and dates before anything is stored.</translation>
        </message>
        <message>
            <source>Importar arquivo</source>
            <translation>Import file</translation>
        </message>
        <message>
            <source>Solte aqui um arquivo de menções</source>
            <translation>Drop a file of mentions here</translation>
        </message>
    </context>
    <context>
        <name>EditForm</name>
        <message>
            <source>Agora no cadastro: {value}</source>
            <translation>Saved now: {value}</translation>
        </message>
        <message>
            <source>CPF ou CNPJ</source>
            <translation>CPF or CNPJ</translation>
        </message>
        <message>
            <source>Cancelar</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Cidade e UF, por exemplo: Belo Horizonte, MG</source>
            <translation>City and state, for example: Belo Horizonte, MG</translation>
        </message>
        <message>
            <source>Com DDD: (11) 98765-4321</source>
            <translation>With area code: (11) 98765-4321</translation>
        </message>
        <message>
            <source>Deixar como estava (Esc)</source>
            <translation>Leave as it was (Esc)</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>E-mail</translation>
        </message>
        <message>
            <source>Lugar</source>
            <translation>Place</translation>
        </message>
        <message>
            <source>Nome</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Observações</source>
            <translation>Notes</translation>
        </message>
        <message>
            <source>Salvar</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>Salvar cadastro</source>
            <translation>Save customer</translation>
        </message>
        <message>
            <source>Só é guardado se os dígitos conferirem</source>
            <translation>Kept only if its digits are right</translation>
        </message>
        <message>
            <source>Telefone</source>
            <translation>Phone</translation>
        </message>
        <message>
            <source>vazio</source>
            <translation>empty</translation>
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
        <name>EntryCard</name>
        <message>
            <source>Abrir no canal</source>
            <translation>Open in the channel</translation>
        </message>
        <message>
            <source>Balcão</source>
            <translation>Counter</translation>
        </message>
        <message>
            <source>Chegou ao cliente</source>
            <translation>It reached the customer</translation>
        </message>
        <message>
            <source>Cliente</source>
            <translation>Customer</translation>
        </message>
        <message>
            <source>Copiar o texto</source>
            <translation>Copy the text</translation>
        </message>
        <message>
            <source>Desfazer envio</source>
            <translation>Undo send</translation>
        </message>
        <message>
            <source>Desfazer envio ({seconds} s)</source>
            <translation>Undo send ({seconds} s)</translation>
        </message>
        <message>
            <source>Grande demais: só o nome foi guardado.</source>
            <translation>Too large: only its name was kept.</translation>
        </message>
        <message>
            <source>Marcar como enviada</source>
            <translation>Mark as sent</translation>
        </message>
        <message>
            <source>Nota interna · {who} · {when}</source>
            <translation>Internal note · {who} · {when}</translation>
        </message>
        <message>
            <source>Não chegou: enviar de novo</source>
            <translation>It did not arrive: send again</translation>
        </message>
        <message>
            <source>Palavras de perigo: {words}</source>
            <translation>Danger words: {words}</translation>
        </message>
        <message>
            <source>Resposta de {area} · {when}</source>
            <translation>Answer of {area} · {when}</translation>
        </message>
        <message>
            <source>Salvar “{name}” como…</source>
            <translation>Save “{name}” as…</translation>
        </message>
        <message>
            <source>Separar esta mensagem: {text}</source>
            <translation>Split off this message: {text}</translation>
        </message>
        <message>
            <source>Tentar de novo</source>
            <translation>Try again</translation>
        </message>
        <message>
            <source>Você</source>
            <translation>You</translation>
        </message>
        <message>
            <source>Voltar ao texto</source>
            <translation>Back to the text</translation>
        </message>
        <message>
            <source>para você enviar pelo canal</source>
            <translation>for you to send by the channel</translation>
        </message>
        <message>
            <source>pendente</source>
            <translation>pending</translation>
        </message>
        <message>
            <source>{size} kB</source>
            <translation>{size} kB</translation>
        </message>
    </context>
    <context>
        <name>ExplainPanel</name>
        <message>
            <source>Como estes prazos são contados</source>
            <translation>How these deadlines are counted</translation>
        </message>
        <message>
            <source>Entendi</source>
            <translation>Got it</translation>
        </message>
        <message>
            <source>Os prazos de atendimento correm só no horário de expediente da equipe; o da lei, em dias.</source>
            <translation>Service deadlines run only in the team's opening hours; the legal one runs in days.</translation>
        </message>
    </context>
    <context>
        <name>ExternalSection</name>
        <message>
            <source>Guardar</source>
            <translation>Keep</translation>
        </message>
        <message>
            <source>Número</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>SISTEMA EXTERNO</source>
            <translation>EXTERNAL SYSTEM</translation>
        </message>
        <message>
            <source>Sistema</source>
            <translation>System</translation>
        </message>
        <message>
            <source>Situação</source>
            <translation>State</translation>
        </message>
        <message>
            <source>{name} no sistema externo</source>
            <translation>{name} in the external system</translation>
        </message>
    </context>
    <context>
        <name>FiguresRow</name>
        <message>
            <source>1ª resposta (mediana)</source>
            <translation>First reply (median)</translation>
        </message>
        <message>
            <source>1ª resposta no prazo</source>
            <translation>First reply in time</translation>
        </message>
        <message>
            <source>Atendimentos abertos</source>
            <translation>Cases opened</translation>
        </message>
        <message>
            <source>Em atendimento</source>
            <translation>In a case</translation>
        </message>
        <message>
            <source>Menções</source>
            <translation>Mentions</translation>
        </message>
        <message>
            <source>Negativas</source>
            <translation>Negative</translation>
        </message>
        <message>
            <source>sem período anterior</source>
            <translation>no earlier period</translation>
        </message>
        <message>
            <source>{change} % sobre o período anterior</source>
            <translation>{change} % on the period before</translation>
        </message>
        <message>
            <source>{n} encerrados</source>
            <translation>{n} closed</translation>
        </message>
        <message>
            <source>{points} p.p.</source>
            <translation>{points} p.p.</translation>
        </message>
        <message>
            <source>{share} % do total</source>
            <translation>{share} % of all</translation>
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
        <name>FilterBar</name>
        <message>
            <source>30 dias</source>
            <translation>30 days</translation>
        </message>
        <message>
            <source>7 dias</source>
            <translation>7 days</translation>
        </message>
        <message>
            <source>90 dias</source>
            <translation>90 days</translation>
        </message>
        <message>
            <source>Até o dia</source>
            <translation>Until</translation>
        </message>
        <message>
            <source>Canais mostrados</source>
            <translation>Channels shown</translation>
        </message>
        <message>
            <source>Canais mostrados: {names}</source>
            <translation>Channels shown: {names}</translation>
        </message>
        <message>
            <source>Do dia</source>
            <translation>From</translation>
        </message>
        <message>
            <source>Mês</source>
            <translation>Month</translation>
        </message>
        <message>
            <source>Mês anterior</source>
            <translation>Month before</translation>
        </message>
        <message>
            <source>Mês seguinte</source>
            <translation>Next month</translation>
        </message>
        <message>
            <source>Outro período</source>
            <translation>Other period</translation>
        </message>
        <message>
            <source>Período</source>
            <translation>Period</translation>
        </message>
        <message>
            <source>Todos os canais</source>
            <translation>All channels</translation>
        </message>
        <message>
            <source>todos os canais</source>
            <translation>all channels</translation>
        </message>
        <message>
            <source>{n} canais</source>
            <translation>{n} channels</translation>
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
        <name>ForwardPanel</name>
        <message>
            <source>Encaminhar</source>
            <translation>Forward</translation>
        </message>
        <message>
            <source>Encaminhar para uma área</source>
            <translation>Forward to an area</translation>
        </message>
        <message>
            <source>Por que vai para esta área e o que ela precisa responder</source>
            <translation>Why it goes to this area and what the area has to answer</translation>
        </message>
        <message>
            <source>{area} tem {span} de expediente para responder.</source>
            <translation>{area} has {span} of opening hours to answer.</translation>
        </message>
    </context>
    <context>
        <name>HandlesPanel</name>
        <message>
            <source>Cada perfil e cada atendimento volta para o seu cadastro</source>
            <translation>Each handle and each case goes back to its customer</translation>
        </message>
        <message>
            <source>Cadastros unidos a este</source>
            <translation>Customers merged into this one</translation>
        </message>
        <message>
            <source>Desfazer</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>Desfazer a união com {name}</source>
            <translation>Undo the merge with {name}</translation>
        </message>
        <message>
            <source>Este perfil é de outra pessoa: passa a ter cadastro próprio</source>
            <translation>This handle is somebody else's: it becomes a customer of its own</translation>
        </message>
        <message>
            <source>Nenhum perfil: só o cadastro digitado.</source>
            <translation>No handle: only what was typed.</translation>
        </message>
        <message>
            <source>Perfis nos canais</source>
            <translation>Handles on channels</translation>
        </message>
        <message>
            <source>Separar</source>
            <translation>Split off</translation>
        </message>
        <message>
            <source>Separar {name}</source>
            <translation>Split off {name}</translation>
        </message>
        <message>
            <source>Unir a outro cadastro</source>
            <translation>Merge with another customer</translation>
        </message>
        <message>
            <source>Unir a outro…</source>
            <translation>Merge with…</translation>
        </message>
    </context>
    <context>
        <name>HeatChart</name>
        <message>
            <source>Menções por dia da semana e hora. Pico: {when}, com {n}.</source>
            <translation>Mentions by weekday and hour. Peak: {when}, with {n}.</translation>
        </message>
    </context>
    <context>
        <name>HelpPage</name>
        <message>
            <source>Ajuda</source>
            <translation>Help</translation>
        </message>
        <message>
            <source>Buscar na ajuda</source>
            <translation>Search the help</translation>
        </message>
        <message>
            <source>Limpar busca</source>
            <translation>Clear search</translation>
        </message>
        <message>
            <source>Nada na ajuda sobre “{typed}”. Tente uma palavra só, como protocolo ou importar.</source>
            <translation>Nothing in the help on “{typed}”. Try a single word, such as protocolo or importar.</translation>
        </message>
        <message>
            <source>Outras</source>
            <translation>Others</translation>
        </message>
        <message>
            <source>Página</source>
            <translation>Page</translation>
        </message>
        <message>
            <source>Páginas da ajuda</source>
            <translation>Help pages</translation>
        </message>
    </context>
    <context>
        <name>HelpText</name>
        <message>
            <source>Página da ajuda</source>
            <translation>Help page</translation>
        </message>
    </context>
    <context>
        <name>HomePanel</name>
        <message>
            <source>Arquivo</source>
            <translation>File</translation>
        </message>
        <message>
            <source>Continuar</source>
            <translation>Go on</translation>
        </message>
        <message>
            <source>Guardadas</source>
            <translation>Stored</translation>
        </message>
        <message>
            <source>Importar arquivo</source>
            <translation>Import file</translation>
        </message>
        <message>
            <source>Importações anteriores</source>
            <translation>Earlier imports</translation>
        </message>
        <message>
            <source>Lidas</source>
            <translation>Read</translation>
        </message>
        <message>
            <source>Nenhum arquivo foi importado ainda.</source>
            <translation>No file has been imported yet.</translation>
        </message>
        <message>
            <source>Quando</source>
            <translation>When</translation>
        </message>
        <message>
            <source>Quem</source>
            <translation>Who</translation>
        </message>
        <message>
            <source>Recusadas</source>
            <translation>Rejected</translation>
        </message>
        <message>
            <source>Repetidas</source>
            <translation>Duplicate</translation>
        </message>
        <message>
            <source>Situação</source>
            <translation>State</translation>
        </message>
        <message>
            <source>Ver menções</source>
            <translation>Show mentions</translation>
        </message>
        <message>
            <source>Ver recusadas</source>
            <translation>Show rejected</translation>
        </message>
    </context>
    <context>
        <name>HoursChart</name>
        <message>
            <source>Menções por hora do dia. Pico às {hour} com {n}; {outside} com o balcão fechado.</source>
            <translation>Mentions by hour of the day. Peak at {hour} with {n}; {outside} while the counter was closed.</translation>
        </message>
        <message>
            <source>balcão aberto</source>
            <translation>counter open</translation>
        </message>
    </context>
    <context>
        <name>ImportFlow</name>
        <message>
            <source>A importação parou com um erro.</source>
            <translation>The import stopped with an error.</translation>
        </message>
        <message>
            <source>Arquivo</source>
            <translation>File</translation>
        </message>
        <message>
            <source>Colunas</source>
            <translation>Columns</translation>
        </message>
        <message>
            <source>Conferindo sem gravar nada</source>
            <translation>Checking without storing anything</translation>
        </message>
        <message>
            <source>Conferindo {name}</source>
            <translation>Checking {name}</translation>
        </message>
        <message>
            <source>Conferência</source>
            <translation>Check</translation>
        </message>
        <message>
            <source>Escolher o arquivo</source>
            <translation>Choose the file</translation>
        </message>
        <message>
            <source>Escolher outro arquivo</source>
            <translation>Choose another file</translation>
        </message>
        <message>
            <source>Importando</source>
            <translation>Importing</translation>
        </message>
        <message>
            <source>Importando {name}</source>
            <translation>Importing {name}</translation>
        </message>
        <message>
            <source>Importação</source>
            <translation>Import</translation>
        </message>
        <message>
            <source>Olhando o arquivo…</source>
            <translation>Looking at the file…</translation>
        </message>
        <message>
            <source>conferida, falta importar</source>
            <translation>checked, not yet imported</translation>
        </message>
        <message>
            <source>conferindo</source>
            <translation>checking</translation>
        </message>
        <message>
            <source>conferir colunas</source>
            <translation>check the columns</translation>
        </message>
        <message>
            <source>não pôde ser lido</source>
            <translation>could not be read</translation>
        </message>
        <message>
            <source>olhando o arquivo</source>
            <translation>looking at the file</translation>
        </message>
        <message>
            <source>ver o resultado</source>
            <translation>see the result</translation>
        </message>
    </context>
    <context>
        <name>InboxListPanel</name>
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
        <name>IntakePage</name>
        <message>
            <source>Arquivos de menções ({names})</source>
            <translation>Files of mentions ({names})</translation>
        </message>
        <message>
            <source>Avançar na importação</source>
            <translation>Next step of the import</translation>
        </message>
        <message>
            <source>Detalhe</source>
            <translation>Detail</translation>
        </message>
        <message>
            <source>Escolha de novo o arquivo {name}</source>
            <translation>Choose the file {name} again</translation>
        </message>
        <message>
            <source>Importar arquivo</source>
            <translation>Import file</translation>
        </message>
        <message>
            <source>Importar menções</source>
            <translation>Import mentions</translation>
        </message>
        <message>
            <source>Importação</source>
            <translation>Import</translation>
        </message>
        <message>
            <source>Linha</source>
            <translation>Row</translation>
        </message>
        <message>
            <source>Linhas recusadas salvas: {n}</source>
            <translation>Rejected rows saved: {n}</translation>
        </message>
        <message>
            <source>Motivo</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>Salvar linhas recusadas</source>
            <translation>Save rejected rows</translation>
        </message>
        <message>
            <source>Tabela CSV (*.csv)</source>
            <translation>CSV table (*.csv)</translation>
        </message>
        <message>
            <source>Todas as importações</source>
            <translation>All imports</translation>
        </message>
        <message>
            <source>Todos os arquivos (*)</source>
            <translation>All files (*)</translation>
        </message>
        <message>
            <source>Trecho</source>
            <translation>Excerpt</translation>
        </message>
        <message>
            <source>{name} - recusadas.csv</source>
            <translation>{name} - rejected.csv</translation>
        </message>
        <message>
            <source>{name} · importando, {share}</source>
            <translation>{name} · importing, {share}</translation>
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
        <name>LedgerPanel</name>
        <message>
            <source>As primeiras {shown} de {total} linhas recusadas</source>
            <translation>The first {shown} of {total} rejected rows</translation>
        </message>
        <message>
            <source>Guardadas</source>
            <translation>Stored</translation>
        </message>
        <message>
            <source>Lidas</source>
            <translation>Read</translation>
        </message>
        <message>
            <source>Linha</source>
            <translation>Row</translation>
        </message>
        <message>
            <source>Linhas recusadas</source>
            <translation>Rejected rows</translation>
        </message>
        <message>
            <source>Motivo</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>O que houve</source>
            <translation>What happened</translation>
        </message>
        <message>
            <source>Recusadas</source>
            <translation>Rejected</translation>
        </message>
        <message>
            <source>Recusadas por motivo: {words}</source>
            <translation>Rejected by reason: {words}</translation>
        </message>
        <message>
            <source>Repetidas</source>
            <translation>Duplicate</translation>
        </message>
        <message>
            <source>Seriam guardadas</source>
            <translation>Would be stored</translation>
        </message>
        <message>
            <source>Trecho</source>
            <translation>Excerpt</translation>
        </message>
        <message>
            <source>já estavam no Balcão</source>
            <translation>were here already</translation>
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
        <name>MappingHeader</name>
        <message>
            <source>A coluna “{header}” é</source>
            <translation>The column “{header}” is</translation>
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
        <name>MergePanel</name>
        <message>
            <source>Cancelar</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Nome, perfil, e-mail, telefone, CPF ou protocolo</source>
            <translation>Name, handle, e-mail, phone, CPF or protocol</translation>
        </message>
        <message>
            <source>O outro cadastro</source>
            <translation>The other customer</translation>
        </message>
        <message>
            <source>Perfis e atendimentos do outro passam para este. Dá para desfazer.</source>
            <translation>The other's handles and cases move here. This can be undone.</translation>
        </message>
        <message>
            <source>Quem mais é {name}?</source>
            <translation>Who else is {name}?</translation>
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
        <name>OverTimeChart</name>
        <message>
            <source>Sentimento ao longo do período: {n} menções, {negative} negativas.</source>
            <translation>Sentiment over the period: {n} mentions, {negative} negative.</translation>
        </message>
    </context>
    <context>
        <name>PeoplePage</name>
        <message>
            <source>Ativa</source>
            <translation>Active</translation>
        </message>
        <message>
            <source>Desativar</source>
            <translation>Deactivate</translation>
        </message>
        <message>
            <source>Equipe</source>
            <translation>Team</translation>
        </message>
        <message>
            <source>Incluir pessoa</source>
            <translation>Add person</translation>
        </message>
        <message>
            <source>Mostrar quem saiu</source>
            <translation>Show who left</translation>
        </message>
        <message>
            <source>Nome</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Nome como a equipe conhece</source>
            <translation>Name as the team knows it</translation>
        </message>
        <message>
            <source>Nome da pessoa nova</source>
            <translation>Name of the new person</translation>
        </message>
        <message>
            <source>Perfil</source>
            <translation>Role</translation>
        </message>
        <message>
            <source>Perfil da pessoa nova</source>
            <translation>Role of the new person</translation>
        </message>
        <message>
            <source>Pessoa escolhida</source>
            <translation>Person chosen</translation>
        </message>
        <message>
            <source>Pessoa nova</source>
            <translation>New person</translation>
        </message>
        <message>
            <source>Pessoas da equipe</source>
            <translation>People of the team</translation>
        </message>
        <message>
            <source>Quem pode entrar no Balcão e com qual perfil. O nome aparece no histórico.</source>
            <translation>Who may sign in, and in which role. The name appears in the history.</translation>
        </message>
        <message>
            <source>Reativar</source>
            <translation>Reactivate</translation>
        </message>
        <message>
            <source>Saiu</source>
            <translation>Left</translation>
        </message>
        <message>
            <source>Salvar</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>Situação</source>
            <translation>State</translation>
        </message>
        <message>
            <source>Só a supervisão e a administração mudam a equipe.</source>
            <translation>Only supervisors and administrators change the team.</translation>
        </message>
    </context>
    <context>
        <name>PhoneDialog</name>
        <message>
            <source>Abrir e gerar protocolo</source>
            <translation>Open and give a protocol</translation>
        </message>
        <message>
            <source>Abrir e gerar protocolo (Ctrl+Enter)</source>
            <translation>Open and give a protocol (Ctrl+Enter)</translation>
        </message>
        <message>
            <source>Balcão</source>
            <translation>Counter</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>E-mail</translation>
        </message>
        <message>
            <source>Novo atendimento</source>
            <translation>New case</translation>
        </message>
        <message>
            <source>O que a pessoa disse, em poucas palavras.</source>
            <translation>What the person said, in a few words.</translation>
        </message>
        <message>
            <source>O que disse</source>
            <translation>What they said</translation>
        </message>
        <message>
            <source>Outro</source>
            <translation>Other</translation>
        </message>
        <message>
            <source>Por onde veio</source>
            <translation>How it came in</translation>
        </message>
        <message>
            <source>Quem</source>
            <translation>Who</translation>
        </message>
        <message>
            <source>Quem está falando?</source>
            <translation>Who is speaking?</translation>
        </message>
        <message>
            <source>Telefone</source>
            <translation>Telephone</translation>
        </message>
        <message>
            <source>Telefone ou e-mail</source>
            <translation>Telephone or e-mail</translation>
        </message>
        <message>
            <source>Um telefone ou e-mail para voltar a falar.</source>
            <translation>A telephone or e-mail to get back to them.</translation>
        </message>
        <message>
            <source>WhatsApp</source>
            <translation>WhatsApp</translation>
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
        <name>ProgressStep</name>
        <message>
            <source>Lendo o arquivo…</source>
            <translation>Reading the file…</translation>
        </message>
        <message>
            <source>Parando…</source>
            <translation>Stopping…</translation>
        </message>
        <message>
            <source>Parar a conferência</source>
            <translation>Stop checking</translation>
        </message>
        <message>
            <source>Parar a importação</source>
            <translation>Stop the import</translation>
        </message>
        <message>
            <source>Pode continuar trabalhando: o andamento aparece no rodapé e nada se perde se parar agora.</source>
            <translation>You can go on working: the status line shows how far it is, and nothing is lost if you stop now.</translation>
        </message>
        <message>
            <source>faltam {span}</source>
            <translation>{span} left</translation>
        </message>
        <message>
            <source>{rate} linhas por segundo</source>
            <translation>{rate} rows a second</translation>
        </message>
    </context>
    <context>
        <name>PromiseFields</name>
        <message>
            <source>Até quando</source>
            <translation>Until when</translation>
        </message>
        <message>
            <source>O que você promete</source>
            <translation>What you promise</translation>
        </message>
        <message>
            <source>O que você promete? Ex.: reenvio do kit</source>
            <translation>What do you promise? E.g. to send the kit again</translation>
        </message>
        <message>
            <source>Promessa</source>
            <translation>Promise</translation>
        </message>
        <message>
            <source>até</source>
            <translation>until</translation>
        </message>
    </context>
    <context>
        <name>PromisesSection</name>
        <message>
            <source>Cumprida</source>
            <translation>Kept</translation>
        </message>
        <message>
            <source>Não cumprida</source>
            <translation>Not kept</translation>
        </message>
        <message>
            <source>PROMESSAS</source>
            <translation>PROMISES</translation>
        </message>
        <message>
            <source>até {when}</source>
            <translation>until {when}</translation>
        </message>
        <message>
            <source>cumprida</source>
            <translation>kept</translation>
        </message>
        <message>
            <source>não cumprida</source>
            <translation>not kept</translation>
        </message>
    </context>
    <context>
        <name>ProtocolDialog</name>
        <message>
            <source>Cliente</source>
            <translation>Customer</translation>
        </message>
        <message>
            <source>Copiar protocolo</source>
            <translation>Copy protocol</translation>
        </message>
        <message>
            <source>Copiar protocolo (P ou Ctrl+C)</source>
            <translation>Copy protocol (P or Ctrl+C)</translation>
        </message>
        <message>
            <source>Ir para o atendimento</source>
            <translation>Go to the case</translation>
        </message>
        <message>
            <source>Leia para o cliente. P ou Ctrl+C copia.</source>
            <translation>Read it out to the customer. P or Ctrl+C copies it.</translation>
        </message>
        <message>
            <source>Protocolo copiado</source>
            <translation>Protocol copied</translation>
        </message>
        <message>
            <source>Protocolo do atendimento</source>
            <translation>Protocol of the case</translation>
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
        <name>RejectsPanel</name>
        <message>
            <source>Salvar recusadas (CSV)</source>
            <translation>Save rejected (CSV)</translation>
        </message>
        <message>
            <source>Voltar</source>
            <translation>Back</translation>
        </message>
    </context>
    <context>
        <name>ReplyEditor</name>
        <message>
            <source>Desfazer envio por 10 s</source>
            <translation>Undo send for 10 s</translation>
        </message>
        <message>
            <source>Enviar em privado</source>
            <translation>Send in private</translation>
        </message>
        <message>
            <source>Enviar em público</source>
            <translation>Send in public</translation>
        </message>
        <message>
            <source>Escolher um modelo de resposta (# ou Ctrl+;)</source>
            <translation>Choose a reply template (# or Ctrl+;)</translation>
        </message>
        <message>
            <source>Escreva a resposta privada…</source>
            <translation>Write the private reply…</translation>
        </message>
        <message>
            <source>Escreva a resposta pública: todos vão ler…</source>
            <translation>Write the public reply: everybody will read it…</translation>
        </message>
        <message>
            <source>Escreva para a equipe; @nome chama um colega…</source>
            <translation>Write to the team; @name calls a colleague…</translation>
        </message>
        <message>
            <source>Este canal não tem mensagem privada.</source>
            <translation>This channel has no private messages.</translation>
        </message>
        <message>
            <source>Este canal não tem resposta pública.</source>
            <translation>This channel has no public replies.</translation>
        </message>
        <message>
            <source>Guardar nota</source>
            <translation>Keep note</translation>
        </message>
        <message>
            <source>Modelos #</source>
            <translation>Templates #</translation>
        </message>
        <message>
            <source>Nota</source>
            <translation>Rating</translation>
        </message>
        <message>
            <source>Promessa</source>
            <translation>Promise</translation>
        </message>
        <message>
            <source>Público</source>
            <translation>Audience</translation>
        </message>
        <message>
            <source>Responder em privado</source>
            <translation>Reply in private</translation>
        </message>
        <message>
            <source>Salvo às {time}</source>
            <translation>Saved at {time}</translation>
        </message>
        <message>
            <source>Texto da resposta</source>
            <translation>Text of the reply</translation>
        </message>
        <message>
            <source>Tipo de mensagem</source>
            <translation>Kind of message</translation>
        </message>
        <message>
            <source>rascunho salvo</source>
            <translation>draft saved</translation>
        </message>
        <message>
            <source>salvando…</source>
            <translation>saving…</translation>
        </message>
        <message>
            <source>{act} (Ctrl+Enter)</source>
            <translation>{act} (Ctrl+Enter)</translation>
        </message>
        <message>
            <source>{count} de {limit}</source>
            <translation>{count} of {limit}</translation>
        </message>
    </context>
    <context>
        <name>ReportStep</name>
        <message>
            <source>A importação parou depois de {rows} linhas. O que entrou está salvo; dá para continuar.</source>
            <translation>The import stopped after {rows} rows. What came in is safe; it can go on.</translation>
        </message>
        <message>
            <source>Continuar a importação</source>
            <translation>Go on importing</translation>
        </message>
        <message>
            <source>Continuou da linha {row}.</source>
            <translation>Went on from row {row}.</translation>
        </message>
        <message>
            <source>Fechar</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>Importação concluída: {stored} de {rows} linhas entraram.</source>
            <translation>Import complete: {stored} of {rows} rows came in.</translation>
        </message>
        <message>
            <source>Salvar recusadas (CSV)</source>
            <translation>Save rejected (CSV)</translation>
        </message>
        <message>
            <source>Ver menções importadas</source>
            <translation>Show imported mentions</translation>
        </message>
    </context>
    <context>
        <name>ReportsPage</name>
        <message>
            <source>Gráficos</source>
            <translation>Charts</translation>
        </message>
        <message>
            <source>Imagem PNG (*.png)</source>
            <translation>PNG picture (*.png)</translation>
        </message>
        <message>
            <source>Importar arquivo</source>
            <translation>Import file</translation>
        </message>
        <message>
            <source>Nenhuma menção neste período. Escolha outros dias ou importe um arquivo.</source>
            <translation>No mentions in this period. Choose other days or import a file.</translation>
        </message>
        <message>
            <source>Nenhuma menção nestes canais e dias.</source>
            <translation>No mentions on these channels and days.</translation>
        </message>
        <message>
            <source>Planilha (*.xlsx)</source>
            <translation>Spreadsheet (*.xlsx)</translation>
        </message>
        <message>
            <source>Relatórios</source>
            <translation>Reports</translation>
        </message>
        <message>
            <source>Salvar {title}</source>
            <translation>Save {title}</translation>
        </message>
        <message>
            <source>Salvo em {name}</source>
            <translation>Saved to {name}</translation>
        </message>
        <message>
            <source>Tabela CSV (*.csv)</source>
            <translation>CSV table (*.csv)</translation>
        </message>
        <message>
            <source>Ver todos os canais</source>
            <translation>Show all channels</translation>
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
        <name>RuleForm</name>
        <message>
            <source>Alcance máximo</source>
            <translation>Most reach</translation>
        </message>
        <message>
            <source>Alcance mínimo</source>
            <translation>Least reach</translation>
        </message>
        <message>
            <source>Canais</source>
            <translation>Channels</translation>
        </message>
        <message>
            <source>Dirigidas</source>
            <translation>Addressed</translation>
        </message>
        <message>
            <source>Menções</source>
            <translation>Mentions</translation>
        </message>
        <message>
            <source>Nome</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Não tem nenhuma</source>
            <translation>Has none of</translation>
        </message>
        <message>
            <source>Regra ligada</source>
            <translation>Rule is on</translation>
        </message>
        <message>
            <source>Tem qualquer uma</source>
            <translation>Has any of</translation>
        </message>
        <message>
            <source>Tem todas</source>
            <translation>Has all of</translation>
        </message>
        <message>
            <source>palavras ou frases, separadas por vírgula</source>
            <translation>words or phrases, separated by commas</translation>
        </message>
        <message>
            <source>qualquer</source>
            <translation>any</translation>
        </message>
        <message>
            <source>só as dirigidas à empresa</source>
            <translation>only those addressed to the company</translation>
        </message>
        <message>
            <source>só as não dirigidas à empresa</source>
            <translation>only those not addressed to the company</translation>
        </message>
        <message>
            <source>só privadas</source>
            <translation>only private</translation>
        </message>
        <message>
            <source>só públicas</source>
            <translation>only public</translation>
        </message>
        <message>
            <source>tanto faz</source>
            <translation>either</translation>
        </message>
    </context>
    <context>
        <name>RulesPage</name>
        <message>
            <source>Aplicar às que estão em A triar</source>
            <translation>Apply to those waiting for triage</translation>
        </message>
        <message>
            <source>Contando…</source>
            <translation>Counting…</translation>
        </message>
        <message>
            <source>Devolver</source>
            <translation>Give back</translation>
        </message>
        <message>
            <source>Devolver para A triar</source>
            <translation>Give back for triage</translation>
        </message>
        <message>
            <source>Devolver para A triar as menções que a regra “{name}” guarda em Monitorar (até {n})?</source>
            <translation>Give the mentions that the rule “{name}” holds in Monitor back for triage (up to {n})?</translation>
        </message>
        <message>
            <source>Mandam para Monitorar, por conta própria, o que não pede resposta. Crises nunca.</source>
            <translation>They send to Monitor, by themselves, what asks for no answer. Never a crisis.</translation>
        </message>
        <message>
            <source>Menções</source>
            <translation>Mentions</translation>
        </message>
        <message>
            <source>Nenhuma menção em A triar entra nesta regra.</source>
            <translation>No mention waiting for triage meets this rule.</translation>
        </message>
        <message>
            <source>Nome</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Nos últimos 30 dias pegaria {n} menções.</source>
            <translation>In the last 30 days it would have taken {n} mentions.</translation>
        </message>
        <message>
            <source>Nova regra</source>
            <translation>New rule</translation>
        </message>
        <message>
            <source>Pegaria {n} menção.</source>
            <translation>It would have taken {n} mention.</translation>
        </message>
        <message>
            <source>Quando uma menção entra na regra</source>
            <translation>When a mention meets the rule</translation>
        </message>
        <message>
            <source>Regra salva</source>
            <translation>Rule saved</translation>
        </message>
        <message>
            <source>Regras</source>
            <translation>Rules</translation>
        </message>
        <message>
            <source>Regras de entrada</source>
            <translation>Intake rules</translation>
        </message>
        <message>
            <source>Salvar</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>Situação</source>
            <translation>State</translation>
        </message>
        <message>
            <source>Testar nos últimos 30 dias</source>
            <translation>Try on the last 30 days</translation>
        </message>
        <message>
            <source>Ver as menções</source>
            <translation>Show the mentions</translation>
        </message>
        <message>
            <source>desligada</source>
            <translation>off</translation>
        </message>
        <message>
            <source>ligada</source>
            <translation>on</translation>
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
        <name>SecondReason</name>
        <message>
            <source>Motivo</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>Motivo para responder de novo</source>
            <translation>Reason for answering again</translation>
        </message>
    </context>
    <context>
        <name>Sending</name>
        <message>
            <source>Crise nível {level}: esta resposta vai ser vista por todos. Enviar em público?</source>
            <translation>Crisis level {level}: everybody will see this reply. Send it in public?</translation>
        </message>
        <message>
            <source>Enviar assim mesmo</source>
            <translation>Send anyway</translation>
        </message>
        <message>
            <source>Enviar de novo</source>
            <translation>Send again</translation>
        </message>
        <message>
            <source>Enviar em público</source>
            <translation>Send in public</translation>
        </message>
        <message>
            <source>Responder em privado</source>
            <translation>Reply in private</translation>
        </message>
        <message>
            <source>{by} · {when}
{text}</source>
            <translation>{by} · {when}
{text}</translation>
        </message>
    </context>
    <context>
        <name>ShareChart</name>
        <message>
            <source>Menções por sentimento. {words}</source>
            <translation>Mentions by sentiment. {words}</translation>
        </message>
    </context>
    <context>
        <name>SidePanel</name>
        <message>
            <source>Informações do atendimento</source>
            <translation>Information on the case</translation>
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
        <name>SnoozePanel</name>
        <message>
            <source>Adiar até</source>
            <translation>Snooze until</translation>
        </message>
        <message>
            <source>Adiar para esta data</source>
            <translation>Snooze until this date</translation>
        </message>
        <message>
            <source>Outra data e hora</source>
            <translation>Another date and time</translation>
        </message>
        <message>
            <source>amanhã cedo</source>
            <translation>tomorrow morning</translation>
        </message>
        <message>
            <source>em 2 horas</source>
            <translation>in 2 hours</translation>
        </message>
        <message>
            <source>ou escolher</source>
            <translation>or choose</translation>
        </message>
        <message>
            <source>segunda</source>
            <translation>Monday</translation>
        </message>
    </context>
    <context>
        <name>SolutionSection</name>
        <message>
            <source>Guardar solução</source>
            <translation>Keep solution</translation>
        </message>
        <message>
            <source>O que resolveu, em poucas palavras</source>
            <translation>What solved it, in a few words</translation>
        </message>
        <message>
            <source>SOLUÇÃO</source>
            <translation>SOLUTION</translation>
        </message>
        <message>
            <source>Solução</source>
            <translation>Solution</translation>
        </message>
    </context>
    <context>
        <name>SplitPanel</name>
        <message>
            <source>Marque na conversa as mensagens que tratam de outro assunto</source>
            <translation>Tick the messages in the conversation that are about another matter</translation>
        </message>
        <message>
            <source>Separar em outro atendimento</source>
            <translation>Split off into another case</translation>
        </message>
        <message>
            <source>Separar em outro atendimento ({count})</source>
            <translation>Split off into another case ({count})</translation>
        </message>
        <message>
            <source>Título do novo atendimento</source>
            <translation>Title of the new case</translation>
        </message>
        <message>
            <source>Título do novo atendimento (opcional)</source>
            <translation>Title of the new case (optional)</translation>
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
        <name>StepButtons</name>
        <message>
            <source>Cancelar</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Conferir</source>
            <translation>Check</translation>
        </message>
        <message>
            <source>Importar</source>
            <translation>Import</translation>
        </message>
        <message>
            <source>Voltar</source>
            <translation>Back</translation>
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
        <name>SuggestionsPanel</name>
        <message>
            <source>Não é</source>
            <translation>No</translation>
        </message>
        <message>
            <source>Não é a mesma pessoa</source>
            <translation>Not the same person</translation>
        </message>
        <message>
            <source>Pode ser a mesma pessoa</source>
            <translation>May be the same person</translation>
        </message>
        <message>
            <source>Unir os dois cadastros</source>
            <translation>Merge the two</translation>
        </message>
        <message>
            <source>Ver</source>
            <translation>View</translation>
        </message>
        <message>
            <source>Ver o cadastro de {name}</source>
            <translation>View {name}</translation>
        </message>
        <message>
            <source>{name} não é a mesma pessoa</source>
            <translation>{name} is not the same person</translation>
        </message>
        <message>
            <source>{name} é a mesma pessoa</source>
            <translation>{name} is the same person</translation>
        </message>
        <message>
            <source>É a mesma pessoa</source>
            <translation>Same person</translation>
        </message>
    </context>
    <context>
        <name>Timeline</name>
        <message>
            <source>Linha do tempo do atendimento</source>
            <translation>Timeline of the case</translation>
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
        <name>TrailPanel</name>
        <message>
            <source>Atendimentos e menções</source>
            <translation>Cases and mentions</translation>
        </message>
        <message>
            <source>Atendimentos e menções, do mais novo ao mais antigo</source>
            <translation>Cases and mentions, newest first</translation>
        </message>
        <message>
            <source>Do mais novo ao mais antigo, em todos os canais</source>
            <translation>Newest first, on all channels</translation>
        </message>
        <message>
            <source>Nenhum atendimento nem menção deste cliente.</source>
            <translation>No case or mention of this customer.</translation>
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
        <name>case_actions</name>
        <message>
            <source>Abrir em outra janela</source>
            <translation>Open in another window</translation>
        </message>
        <message>
            <source>Adiar</source>
            <translation>Snooze</translation>
        </message>
        <message>
            <source>Aguardar o cliente</source>
            <translation>Wait for the customer</translation>
        </message>
        <message>
            <source>Anular (aberto por engano)</source>
            <translation>Void (opened by mistake)</translation>
        </message>
        <message>
            <source>Assumir</source>
            <translation>Take</translation>
        </message>
        <message>
            <source>Atendimento</source>
            <translation>Case</translation>
        </message>
        <message>
            <source>Atribuir a…</source>
            <translation>Assign to…</translation>
        </message>
        <message>
            <source>Classificar</source>
            <translation>Classify</translation>
        </message>
        <message>
            <source>Copiar protocolo</source>
            <translation>Copy protocol</translation>
        </message>
        <message>
            <source>Crítica fundamentada</source>
            <translation>Well-founded criticism</translation>
        </message>
        <message>
            <source>Crítica não fundamentada</source>
            <translation>Unfounded criticism</translation>
        </message>
        <message>
            <source>Deixar sem dono</source>
            <translation>Leave without an owner</translation>
        </message>
        <message>
            <source>Desfazer a última união</source>
            <translation>Undo the last merge</translation>
        </message>
        <message>
            <source>Encaminhar</source>
            <translation>Forward</translation>
        </message>
        <message>
            <source>Encerrar</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>Escolher modelo de resposta</source>
            <translation>Choose a reply template</translation>
        </message>
        <message>
            <source>Escrever a solução</source>
            <translation>Write the solution</translation>
        </message>
        <message>
            <source>Escrever nota interna</source>
            <translation>Write an internal note</translation>
        </message>
        <message>
            <source>Levar à Ouvidoria</source>
            <translation>Take to the Ombudsman</translation>
        </message>
        <message>
            <source>Marcar como resolvido</source>
            <translation>Mark as resolved</translation>
        </message>
        <message>
            <source>Protocolo informado ao cliente</source>
            <translation>Customer was told the protocol</translation>
        </message>
        <message>
            <source>Reabrir</source>
            <translation>Reopen</translation>
        </message>
        <message>
            <source>Registrar resposta da área</source>
            <translation>Record the area's answer</translation>
        </message>
        <message>
            <source>Responder em privado</source>
            <translation>Reply in private</translation>
        </message>
        <message>
            <source>Responder em público</source>
            <translation>Reply in public</translation>
        </message>
        <message>
            <source>Retomar o atendimento</source>
            <translation>Resume the case</translation>
        </message>
        <message>
            <source>Separar mensagens</source>
            <translation>Split off messages</translation>
        </message>
        <message>
            <source>Situação grave</source>
            <translation>Grave situation</translation>
        </message>
        <message>
            <source>Trazer de volta à fila</source>
            <translation>Bring back to the queue</translation>
        </message>
        <message>
            <source>Unir a outro atendimento</source>
            <translation>Merge with another case</translation>
        </message>
    </context>
    <context>
        <name>chart_card</name>
        <message>
            <source>não</source>
            <translation>no</translation>
        </message>
        <message>
            <source>sim</source>
            <translation>yes</translation>
        </message>
    </context>
    <context>
        <name>customer_actions</name>
        <message>
            <source>Atualizar clientes</source>
            <translation>Reload customers</translation>
        </message>
        <message>
            <source>Buscar cliente</source>
            <translation>Find customer</translation>
        </message>
        <message>
            <source>Cliente anterior</source>
            <translation>Previous customer</translation>
        </message>
        <message>
            <source>Clientes</source>
            <translation>Customers</translation>
        </message>
        <message>
            <source>Editar cadastro</source>
            <translation>Edit customer</translation>
        </message>
        <message>
            <source>Escolher perfil do cliente</source>
            <translation>Choose the customer's profile</translation>
        </message>
        <message>
            <source>Escolher persona do cliente</source>
            <translation>Choose the customer's persona</translation>
        </message>
        <message>
            <source>Marcar ou desmarcar VIP</source>
            <translation>Mark or unmark VIP</translation>
        </message>
        <message>
            <source>Mostrar ou esconder o CPF/CNPJ</source>
            <translation>Show or hide CPF/CNPJ</translation>
        </message>
        <message>
            <source>Não é a mesma pessoa</source>
            <translation>Not the same person</translation>
        </message>
        <message>
            <source>Próximo cliente</source>
            <translation>Next customer</translation>
        </message>
        <message>
            <source>Salvar cadastro</source>
            <translation>Save customer</translation>
        </message>
        <message>
            <source>Unir a outro cadastro</source>
            <translation>Merge with another customer</translation>
        </message>
        <message>
            <source>É a mesma pessoa</source>
            <translation>Same person</translation>
        </message>
    </context>
    <context>
        <name>customer_texts</name>
        <message>
            <source>1 aberto</source>
            <translation>1 open</translation>
        </message>
        <message>
            <source>1 atendimento</source>
            <translation>1 case</translation>
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
            <source>CNPJ</source>
            <translation>CNPJ</translation>
        </message>
        <message>
            <source>CPF</source>
            <translation>CPF</translation>
        </message>
        <message>
            <source>CPF ou CNPJ</source>
            <translation>CPF or CNPJ</translation>
        </message>
        <message>
            <source>Em atendimento</source>
            <translation>In service</translation>
        </message>
        <message>
            <source>Fechado</source>
            <translation>Closed</translation>
        </message>
        <message>
            <source>Nenhum atendimento ainda</source>
            <translation>No cases yet</translation>
        </message>
        <message>
            <source>Novo</source>
            <translation>New</translation>
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
            <source>Sem nome</source>
            <translation>No name</translation>
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
            <source>entrou num atendimento deste cliente</source>
            <translation>joined a case of this customer</translation>
        </message>
        <message>
            <source>escolhido por uma pessoa</source>
            <translation>chosen by a person</translation>
        </message>
        <message>
            <source>falou no mesmo atendimento</source>
            <translation>spoke in the same case</translation>
        </message>
        <message>
            <source>informado ao abrir o atendimento</source>
            <translation>given when the case was opened</translation>
        </message>
        <message>
            <source>mesmo CPF ou CNPJ</source>
            <translation>same CPF or CNPJ</translation>
        </message>
        <message>
            <source>mesmo e-mail</source>
            <translation>same e-mail</translation>
        </message>
        <message>
            <source>mesmo nome e lugar</source>
            <translation>same name and place</translation>
        </message>
        <message>
            <source>mesmo telefone</source>
            <translation>same phone</translation>
        </message>
        <message>
            <source>separado de outro cadastro</source>
            <translation>split off another customer</translation>
        </message>
        <message>
            <source>unido por uma pessoa</source>
            <translation>merged by a person</translation>
        </message>
        <message>
            <source>veio com o primeiro atendimento</source>
            <translation>came with the first case</translation>
        </message>
        <message>
            <source>veio com um atendimento</source>
            <translation>came with a case</translation>
        </message>
        <message>
            <source>voltou ao desfazer uma união</source>
            <translation>came back when a merge was undone</translation>
        </message>
        <message>
            <source>{count} abertos</source>
            <translation>{count} open</translation>
        </message>
        <message>
            <source>{count} atendimentos</source>
            <translation>{count} cases</translation>
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
            <source>A criação dos dados parou inesperadamente. Apague o arquivo e tente de novo.</source>
            <translation>Making the data stopped unexpectedly. Delete the file and try again.</translation>
        </message>
        <message>
            <source>A data do pós-atendimento já passou. Nada foi alterado. Escolha uma data futura.</source>
            <translation>The follow-up date has passed. Nothing was changed. Choose a future date.</translation>
        </message>
        <message>
            <source>A demonstração precisa de pelo menos {least} menções.</source>
            <translation>The demonstration needs at least {least} mentions.</translation>
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
            <source>Este anexo era grande demais e só o nome foi guardado. A menção está inteira. Abra a publicação original.</source>
            <translation>This attachment was too large and only its name was kept. The mention is whole. Open the original post.</translation>
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
            <source>Este nome ainda não faz parte da equipe deste banco. Nada foi alterado. Confira a grafia ou peça a quem supervisiona para incluir você em Configurações, Equipe.</source>
            <translation>This name is not part of this database’s team yet. Nothing was changed. Check the spelling, or ask a supervisor to add you in Settings, Team.</translation>
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
            <source>Não foi possível concluir. O que já estava salvo não mudou. Código: {code}.</source>
            <translation>It could not be done. What was already saved has not changed. Code: {code}.</translation>
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
            <source>Não foi possível gravar o anexo em {folder}. Ele continua guardado no Balcão. Escolha outra pasta.</source>
            <translation>The attachment could not be written to {folder}. It is still kept in Balcão. Choose another folder.</translation>
        </message>
        <message>
            <source>Não foi possível gravar o arquivo {path}. Nada ficou pela metade. Feche o arquivo se ele estiver aberto, ou escolha outra pasta.</source>
            <translation>The file {path} could not be written. Nothing was left half done. Close the file if it is open, or choose another folder.</translation>
        </message>
        <message>
            <source>Não há espaço em disco para o arquivo {path}. Nada ficou pela metade. Libere espaço ou escolha outra pasta.</source>
            <translation>There is no room on the disk for {path}. Nothing was left half done. Free some space or choose another folder.</translation>
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
            <source>O banco está danificado e não foi tocado. Feche o Balcão, guarde o arquivo como está e volte com a última cópia de segurança.</source>
            <translation>The database is damaged and was not touched. Close Balcão, keep the file as it is and go back to the last backup.</translation>
        </message>
        <message>
            <source>O banco está só para leitura. Você pode consultar, mas nada será gravado. Verifique a permissão do arquivo ou o espaço em disco.</source>
            <translation>The database is read-only. You can look, but nothing will be saved. Check the file's permission or the disk space.</translation>
        </message>
        <message>
            <source>O banco já tem menções. Escolha um arquivo novo para a demonstração.</source>
            <translation>The database already has mentions. Choose a new file for the demonstration.</translation>
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
            <source>O disco está cheio. Tudo o que já estava gravado está salvo e o que você digitou continua aqui. Libere espaço e tente de novo.</source>
            <translation>The disk is full. All that was written is safe and what you typed is still here. Free some space and try again.</translation>
        </message>
        <message>
            <source>O disco falhou ao ler ou gravar. O que já estava salvo não foi alterado. Copie o arquivo do banco para outro disco antes de continuar.</source>
            <translation>The disk failed while reading or writing. What was saved has not changed. Copy the database file to another disk before going on.</translation>
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
            <source>O servidor do banco não responde. O que você digitou continua aqui e o que estava salvo não mudou. Confira a rede; o Balcão continua tentando.</source>
            <translation>The database server does not answer. What you typed is still here and what was saved has not changed. Check the network; Balcão keeps trying.</translation>
        </message>
        <message>
            <source>O servidor não aceitou o usuário ou a senha. Nada foi alterado. Confira os dois com quem cuida do servidor.</source>
            <translation>The server did not accept the user or the password. Nothing was changed. Check both with whoever looks after the server.</translation>
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
        <name>event_texts</name>
        <message>
            <source>Atendimento anterior: {title} · {state} · protocolo {protocol}</source>
            <translation>Earlier case: {title} · {state} · protocol {protocol}</translation>
        </message>
        <message>
            <source>Balcão</source>
            <translation>Counter</translation>
        </message>
        <message>
            <source>Não se sabe se a resposta chegou</source>
            <translation>It is not known whether the reply arrived</translation>
        </message>
        <message>
            <source>O envio da resposta falhou</source>
            <translation>The reply could not be sent</translation>
        </message>
        <message>
            <source>Você</source>
            <translation>You</translation>
        </message>
        <message>
            <source>um colega</source>
            <translation>a colleague</translation>
        </message>
        <message>
            <source>{who} abriu o atendimento</source>
            <translation>{who} opened the case</translation>
        </message>
        <message>
            <source>{who} abriu o atendimento a partir de outro</source>
            <translation>{who} opened the case from another</translation>
        </message>
        <message>
            <source>{who} adiou para {when}</source>
            <translation>{who} snoozed until {when}</translation>
        </message>
        <message>
            <source>{who} anotou a satisfação: {score}</source>
            <translation>{who} recorded the satisfaction: {score}</translation>
        </message>
        <message>
            <source>{who} anotou o número do sistema externo</source>
            <translation>{who} recorded the number of the external system</translation>
        </message>
        <message>
            <source>{who} anulou o atendimento</source>
            <translation>{who} voided the case</translation>
        </message>
        <message>
            <source>{who} apagou a solução</source>
            <translation>{who} erased the solution</translation>
        </message>
        <message>
            <source>{who} assumiu o atendimento</source>
            <translation>{who} took the case</translation>
        </message>
        <message>
            <source>{who} atribuiu a {owner}</source>
            <translation>{who} assigned to {owner}</translation>
        </message>
        <message>
            <source>{who} atribuiu o atendimento</source>
            <translation>{who} assigned the case</translation>
        </message>
        <message>
            <source>{who} classificou: {path}</source>
            <translation>{who} classified: {path}</translation>
        </message>
        <message>
            <source>{who} considerou a crítica fundamentada</source>
            <translation>{who} found the criticism well founded</translation>
        </message>
        <message>
            <source>{who} considerou a crítica não fundamentada</source>
            <translation>{who} found the criticism unfounded</translation>
        </message>
        <message>
            <source>{who} cumpriu a promessa</source>
            <translation>{who} kept the promise</translation>
        </message>
        <message>
            <source>{who} deixou em aberto se a crítica é fundamentada</source>
            <translation>{who} left open whether the criticism is well founded</translation>
        </message>
        <message>
            <source>{who} deixou o atendimento sem dono</source>
            <translation>{who} left the case without an owner</translation>
        </message>
        <message>
            <source>{who} desfez a união com o protocolo {protocol}</source>
            <translation>{who} undid the merge with protocol {protocol}</translation>
        </message>
        <message>
            <source>{who} desfez o último passo</source>
            <translation>{who} undid the last step</translation>
        </message>
        <message>
            <source>{who} encaminhou para {area}</source>
            <translation>{who} forwarded to {area}</translation>
        </message>
        <message>
            <source>{who} encerrou · {closing}</source>
            <translation>{who} closed · {closing}</translation>
        </message>
        <message>
            <source>{who} escreveu a solução</source>
            <translation>{who} wrote the solution</translation>
        </message>
        <message>
            <source>{who} informou o protocolo ao cliente</source>
            <translation>{who} told the customer the protocol</translation>
        </message>
        <message>
            <source>{who} juntou mensagens a este atendimento</source>
            <translation>{who} joined messages to this case</translation>
        </message>
        <message>
            <source>{who} levou à Ouvidoria</source>
            <translation>{who} took it to the Ombudsman</translation>
        </message>
        <message>
            <source>{who} marcou a promessa como não cumprida</source>
            <translation>{who} marked the promise as not kept</translation>
        </message>
        <message>
            <source>{who} marcou situação grave</source>
            <translation>{who} marked a grave situation</translation>
        </message>
        <message>
            <source>{who} mudou a data do pós-atendimento</source>
            <translation>{who} changed the follow-up date</translation>
        </message>
        <message>
            <source>{who} mudou a marca VIP</source>
            <translation>{who} changed the VIP mark</translation>
        </message>
        <message>
            <source>{who} mudou o atendimento</source>
            <translation>{who} changed the case</translation>
        </message>
        <message>
            <source>{who} mudou o título</source>
            <translation>{who} changed the title</translation>
        </message>
        <message>
            <source>{who} passou a aguardar o cliente</source>
            <translation>{who} set it to wait for the customer</translation>
        </message>
        <message>
            <source>{who} prometeu “{promise}” até {when}</source>
            <translation>{who} promised “{promise}” by {when}</translation>
        </message>
        <message>
            <source>{who} pôs a resposta na fila de novo</source>
            <translation>{who} put the reply in the queue again</translation>
        </message>
        <message>
            <source>{who} reabriu: {reason}</source>
            <translation>{who} reopened: {reason}</translation>
        </message>
        <message>
            <source>{who} registrou o atendimento</source>
            <translation>{who} registered the case</translation>
        </message>
        <message>
            <source>{who} resolveu o atendimento</source>
            <translation>{who} resolved the case</translation>
        </message>
        <message>
            <source>{who} retomou o atendimento</source>
            <translation>{who} resumed the case</translation>
        </message>
        <message>
            <source>{who} separou mensagens em outro atendimento</source>
            <translation>{who} split messages off into another case</translation>
        </message>
        <message>
            <source>{who} tirou a marca de situação grave</source>
            <translation>{who} removed the mark of grave situation</translation>
        </message>
        <message>
            <source>{who} tirou uma classificação</source>
            <translation>{who} removed a classification</translation>
        </message>
        <message>
            <source>{who} trouxe de volta à fila</source>
            <translation>{who} brought it back to the queue</translation>
        </message>
        <message>
            <source>{who} uniu este atendimento ao protocolo {protocol}</source>
            <translation>{who} merged this case into protocol {protocol}</translation>
        </message>
        <message>
            <source>{who} uniu o protocolo {protocol} a este</source>
            <translation>{who} merged protocol {protocol} into this one</translation>
        </message>
    </context>
    <context>
        <name>explain</name>
        <message>
            <source>1ª resposta</source>
            <translation>First response</translation>
        </message>
        <message>
            <source>Aviso antecipado</source>
            <translation>Early warning</translation>
        </message>
        <message>
            <source>Lei</source>
            <translation>Law</translation>
        </message>
        <message>
            <source>Parado</source>
            <translation>Paused</translation>
        </message>
        <message>
            <source>Registro</source>
            <translation>Registration</translation>
        </message>
        <message>
            <source>Solução</source>
            <translation>Solution</translation>
        </message>
        <message>
            <source>até {due}</source>
            <translation>until {due}</translation>
        </message>
        <message>
            <source>até {when}: {days} dias a partir do registro, pelo perfil legal da empresa</source>
            <translation>until {when}: {days} days from registration, by the company's legal profile</translation>
        </message>
        <message>
            <source>cumprida {when}</source>
            <translation>kept {when}</translation>
        </message>
        <message>
            <source>de {start} a {end} ({span}), aguardando o cliente</source>
            <translation>from {start} to {end} ({span}), waiting for the customer</translation>
        </message>
        <message>
            <source>desde {start}, aguardando o cliente</source>
            <translation>since {start}, waiting for the customer</translation>
        </message>
        <message>
            <source>feita com atraso {when}</source>
            <translation>done late {when}</translation>
        </message>
        <message>
            <source>o relógio está parado</source>
            <translation>the clock is paused</translation>
        </message>
        <message>
            <source>{area} responde até {when}</source>
            <translation>{area} answers by {when}</translation>
        </message>
        <message>
            <source>Área</source>
            <translation>Area</translation>
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
        <name>help_actions</name>
        <message>
            <source>Ajuda</source>
            <translation>Help</translation>
        </message>
        <message>
            <source>Buscar na ajuda</source>
            <translation>Search the help</translation>
        </message>
        <message>
            <source>Próxima página da ajuda</source>
            <translation>Next help page</translation>
        </message>
        <message>
            <source>Página anterior da ajuda</source>
            <translation>Previous help page</translation>
        </message>
        <message>
            <source>Voltar à página que estava aberta</source>
            <translation>Back to the page that was open</translation>
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
        <name>intake_texts</name>
        <message>
            <source>A linha inteira tem mais de 8 MB.</source>
            <translation>The whole row is larger than 8 MB.</translation>
        </message>
        <message>
            <source>A linha não é um objeto JSON.</source>
            <translation>The row is no JSON object.</translation>
        </message>
        <message>
            <source>A linha tem mais ou menos colunas que o título ({value}).</source>
            <translation>The row has more or fewer columns than the heading ({value}).</translation>
        </message>
        <message>
            <source>Alcance</source>
            <translation>Reach</translation>
        </message>
        <message>
            <source>Autor</source>
            <translation>Author</translation>
        </message>
        <message>
            <source>Balcão da loja</source>
            <translation>Shop counter</translation>
        </message>
        <message>
            <source>Blog</source>
            <translation>Blog</translation>
        </message>
        <message>
            <source>Brasília</source>
            <translation>Brasília</translation>
        </message>
        <message>
            <source>CPF ou CNPJ</source>
            <translation>CPF or CNPJ</translation>
        </message>
        <message>
            <source>Caixa de e-mails (mbox)</source>
            <translation>Mailbox (mbox)</translation>
        </message>
        <message>
            <source>Canal</source>
            <translation>Channel</translation>
        </message>
        <message>
            <source>Cidade</source>
            <translation>City</translation>
        </message>
        <message>
            <source>Comentários</source>
            <translation>Comments</translation>
        </message>
        <message>
            <source>Compartilhamentos</source>
            <translation>Shares</translation>
        </message>
        <message>
            <source>Concluída</source>
            <translation>Complete</translation>
        </message>
        <message>
            <source>Conversa</source>
            <translation>Conversation</translation>
        </message>
        <message>
            <source>Cuiabá</source>
            <translation>Cuiabá</translation>
        </message>
        <message>
            <source>Curtidas</source>
            <translation>Likes</translation>
        </message>
        <message>
            <source>Código na origem</source>
            <translation>Code at the source</translation>
        </message>
        <message>
            <source>Data</source>
            <translation>Date</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>E-mail</translation>
        </message>
        <message>
            <source>E-mail (EML)</source>
            <translation>E-mail (EML)</translation>
        </message>
        <message>
            <source>E-mail do cliente</source>
            <translation>Customer’s e-mail</translation>
        </message>
        <message>
            <source>Em andamento</source>
            <translation>Under way</translation>
        </message>
        <message>
            <source>Em resposta a</source>
            <translation>In reply to</translation>
        </message>
        <message>
            <source>Estado (UF)</source>
            <translation>State</translation>
        </message>
        <message>
            <source>Falta a data.</source>
            <translation>The date is missing.</translation>
        </message>
        <message>
            <source>Falta o texto.</source>
            <translation>The text is missing.</translation>
        </message>
        <message>
            <source>Fernando de Noronha</source>
            <translation>Fernando de Noronha</translation>
        </message>
        <message>
            <source>Fórum</source>
            <translation>Forum</translation>
        </message>
        <message>
            <source>Hora</source>
            <translation>Hour</translation>
        </message>
        <message>
            <source>Há sinais que não puderam ser lidos.</source>
            <translation>Some characters could not be read.</translation>
        </message>
        <message>
            <source>Idioma</source>
            <translation>Language</translation>
        </message>
        <message>
            <source>Interrompida</source>
            <translation>Interrupted</translation>
        </message>
        <message>
            <source>JSON</source>
            <translation>JSON</translation>
        </message>
        <message>
            <source>JSON, um por linha</source>
            <translation>JSON, one a line</translation>
        </message>
        <message>
            <source>Link</source>
            <translation>Link</translation>
        </message>
        <message>
            <source>Manaus</source>
            <translation>Manaus</translation>
        </message>
        <message>
            <source>Nota</source>
            <translation>Rating</translation>
        </message>
        <message>
            <source>Notícias (RSS)</source>
            <translation>News (RSS)</translation>
        </message>
        <message>
            <source>O JSON desta linha está quebrado.</source>
            <translation>The JSON of this row is broken.</translation>
        </message>
        <message>
            <source>O arquivo acaba no meio desta linha.</source>
            <translation>The file ends in the middle of this row.</translation>
        </message>
        <message>
            <source>O e-mail não pôde ser lido.</source>
            <translation>The e-mail could not be read.</translation>
        </message>
        <message>
            <source>Outro</source>
            <translation>Other</translation>
        </message>
        <message>
            <source>Parou com erro</source>
            <translation>Stopped by an error</translation>
        </message>
        <message>
            <source>Perfil do autor</source>
            <translation>Author’s handle</translation>
        </message>
        <message>
            <source>Planilha</source>
            <translation>Spreadsheet</translation>
        </message>
        <message>
            <source>Rio Branco</source>
            <translation>Rio Branco</translation>
        </message>
        <message>
            <source>Tabela CSV</source>
            <translation>CSV table</translation>
        </message>
        <message>
            <source>Telefone</source>
            <translation>Telephone</translation>
        </message>
        <message>
            <source>Telefone do cliente</source>
            <translation>Customer’s telephone</translation>
        </message>
        <message>
            <source>Texto</source>
            <translation>Text</translation>
        </message>
        <message>
            <source>Título</source>
            <translation>Title</translation>
        </message>
        <message>
            <source>Um campo tem mais de 1 MB.</source>
            <translation>A field is larger than 1 MB.</translation>
        </message>
        <message>
            <source>Uma aspa foi aberta e não foi fechada.</source>
            <translation>A quotation mark was opened and never closed.</translation>
        </message>
        <message>
            <source>ano-mês-dia</source>
            <translation>year-month-day</translation>
        </message>
        <message>
            <source>apagada a pedido do cliente</source>
            <translation>erased at the customer’s request</translation>
        </message>
        <message>
            <source>barra vertical</source>
            <translation>vertical bar</translation>
        </message>
        <message>
            <source>data de e-mail</source>
            <translation>e-mail date</translation>
        </message>
        <message>
            <source>data impossível ou ausente</source>
            <translation>date impossible or missing</translation>
        </message>
        <message>
            <source>data no futuro</source>
            <translation>date in the future</translation>
        </message>
        <message>
            <source>dia/mês/ano</source>
            <translation>day/month/year</translation>
        </message>
        <message>
            <source>grande demais</source>
            <translation>too large</translation>
        </message>
        <message>
            <source>ilegível</source>
            <translation>unreadable</translation>
        </message>
        <message>
            <source>linha quebrada</source>
            <translation>broken row</translation>
        </message>
        <message>
            <source>mês/dia/ano</source>
            <translation>month/day/year</translation>
        </message>
        <message>
            <source>não usar</source>
            <translation>do not use</translation>
        </message>
        <message>
            <source>número do Excel</source>
            <translation>Excel number</translation>
        </message>
        <message>
            <source>ponto e vírgula</source>
            <translation>semicolon</translation>
        </message>
        <message>
            <source>segundos desde 1970</source>
            <translation>seconds since 1970</translation>
        </message>
        <message>
            <source>sem texto</source>
            <translation>without text</translation>
        </message>
        <message>
            <source>tabulação</source>
            <translation>tab</translation>
        </message>
        <message>
            <source>vírgula</source>
            <translation>comma</translation>
        </message>
        <message>
            <source>{kind}, separada por {sign}</source>
            <translation>{kind}, separated by {sign}</translation>
        </message>
        <message>
            <source>“{value}” não é uma data possível.</source>
            <translation>“{value}” is no possible date.</translation>
        </message>
    </context>
    <context>
        <name>makers</name>
        <message>
            <source>Aparência</source>
            <translation>Appearance</translation>
        </message>
        <message>
            <source>Banco de dados</source>
            <translation>Database</translation>
        </message>
        <message>
            <source>Equipe</source>
            <translation>Team</translation>
        </message>
        <message>
            <source>Regras de entrada</source>
            <translation>Intake rules</translation>
        </message>
        <message>
            <source>Teclas</source>
            <translation>Keys</translation>
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
        <name>people_page</name>
        <message>
            <source>Administração</source>
            <translation>Administrator</translation>
        </message>
        <message>
            <source>Analista</source>
            <translation>Analyst</translation>
        </message>
        <message>
            <source>Assistente</source>
            <translation>Assistant</translation>
        </message>
        <message>
            <source>Atende e também exporta.</source>
            <translation>Works on cases and also exports.</translation>
        </message>
        <message>
            <source>Atende, responde, encaminha, importa e reabre.</source>
            <translation>Works on cases, answers, forwards, imports and reopens.</translation>
        </message>
        <message>
            <source>Atendente</source>
            <translation>Attendant</translation>
        </message>
        <message>
            <source>Consulta e exporta; não atende.</source>
            <translation>Reads and exports; does not work on cases.</translation>
        </message>
        <message>
            <source>Especialista de área</source>
            <translation>Area specialist</translation>
        </message>
        <message>
            <source>Responde ao que a área recebe.</source>
            <translation>Answers what the area receives.</translation>
        </message>
        <message>
            <source>Supervisão</source>
            <translation>Supervisor</translation>
        </message>
        <message>
            <source>Tudo do atendimento, troca donos, exporta e muda configurações.</source>
            <translation>All of the case work, changes owners, exports and edits settings.</translation>
        </message>
        <message>
            <source>Tudo, inclusive outros administradores.</source>
            <translation>Everything, other administrators included.</translation>
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
        <name>report_texts</name>
        <message>
            <source>+ Positivo</source>
            <translation>+ Positive</translation>
        </message>
        <message>
            <source>? Sem sentimento</source>
            <translation>? No sentiment</translation>
        </message>
        <message>
            <source>Balcão aberto</source>
            <translation>Counter open</translation>
        </message>
        <message>
            <source>Dia</source>
            <translation>Day</translation>
        </message>
        <message>
            <source>Dia da semana</source>
            <translation>Weekday</translation>
        </message>
        <message>
            <source>Em atendimento</source>
            <translation>In a case</translation>
        </message>
        <message>
            <source>Hora</source>
            <translation>Hour</translation>
        </message>
        <message>
            <source>Menções</source>
            <translation>Mentions</translation>
        </message>
        <message>
            <source>Misto</source>
            <translation>Mixed</translation>
        </message>
        <message>
            <source>Mês de</source>
            <translation>Month of</translation>
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
            <source>Positivo</source>
            <translation>Positive</translation>
        </message>
        <message>
            <source>Recebidas</source>
            <translation>Received</translation>
        </message>
        <message>
            <source>Sem sentimento</source>
            <translation>No sentiment</translation>
        </message>
        <message>
            <source>Semana de</source>
            <translation>Week of</translation>
        </message>
        <message>
            <source>Sentimento</source>
            <translation>Sentiment</translation>
        </message>
        <message>
            <source>{hour} h</source>
            <translation>{hour} h</translation>
        </message>
        <message>
            <source>{month} de {year}</source>
            <translation>{month} {year}</translation>
        </message>
        <message>
            <source>± Misto</source>
            <translation>± Mixed</translation>
        </message>
        <message>
            <source>• Neutro</source>
            <translation>• Neutral</translation>
        </message>
        <message>
            <source>− Negativo</source>
            <translation>− Negative</translation>
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
        <name>screens</name>
        <message>
            <source>Ajuda</source>
            <translation>Help</translation>
        </message>
        <message>
            <source>Banco da equipe</source>
            <translation>Team database</translation>
        </message>
        <message>
            <source>Banco neste computador</source>
            <translation>Database on this computer</translation>
        </message>
        <message>
            <source>Clientes</source>
            <translation>Customers</translation>
        </message>
        <message>
            <source>Configurações</source>
            <translation>Settings</translation>
        </message>
        <message>
            <source>Desfazer</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>Desfeito</source>
            <translation>Undone</translation>
        </message>
        <message>
            <source>Entrada</source>
            <translation>Inbox</translation>
        </message>
        <message>
            <source>Geral</source>
            <translation>General</translation>
        </message>
        <message>
            <source>Importar</source>
            <translation>Import</translation>
        </message>
        <message>
            <source>Nada para desfazer</source>
            <translation>Nothing to undo</translation>
        </message>
        <message>
            <source>Novo atendimento por telefone</source>
            <translation>New case by telephone</translation>
        </message>
        <message>
            <source>Relatórios</source>
            <translation>Reports</translation>
        </message>
        <message>
            <source>Trabalho</source>
            <translation>Work</translation>
        </message>
        <message>
            <source>{place} sem resposta desde {time}. O que você digita fica guardado aqui.</source>
            <translation>{place} has not answered since {time}. What you type is kept here.</translation>
        </message>
        <message>
            <source>{place} · conectado</source>
            <translation>{place} · connected</translation>
        </message>
    </context>
    <context>
        <name>search_box</name>
        <message>
            <source>Atendimento</source>
            <translation>Case</translation>
        </message>
        <message>
            <source>Cliente</source>
            <translation>Customer</translation>
        </message>
        <message>
            <source>Esse protocolo tem um algarismo trocado. Confira com o cliente e tente de novo.</source>
            <translation>This protocol has a wrong digit. Check it with the customer and try again.</translation>
        </message>
        <message>
            <source>Menção</source>
            <translation>Mention</translation>
        </message>
        <message>
            <source>Ver {count} menções com “{text}”</source>
            <translation>View {count} mentions with “{text}”</translation>
        </message>
    </context>
    <context>
        <name>texts</name>
        <message>
            <source>, em privado</source>
            <translation>, in private</translation>
        </message>
        <message>
            <source>, em público</source>
            <translation>, in public</translation>
        </message>
        <message>
            <source>, uma palavra em público e o resto em privado</source>
            <translation>, a word in public and the rest in private</translation>
        </message>
        <message>
            <source>A pessoa falou direto com a marca.</source>
            <translation>The person spoke to the brand directly.</translation>
        </message>
        <message>
            <source>A pessoa não falou direto com a marca.</source>
            <translation>The person did not speak to the brand directly.</translation>
        </message>
        <message>
            <source>A solução está escrita: conte ao cliente.</source>
            <translation>The solution is written: tell the customer.</translation>
        </message>
        <message>
            <source>Agradecer e animar a conversa</source>
            <translation>Say thanks and cheer the conversation on</translation>
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
            <source>Ainda falta preencher alguma coisa.</source>
            <translation>Something is still to be filled in.</translation>
        </message>
        <message>
            <source>Ainda não houve atendimento para contestar.</source>
            <translation>There has been no service to dispute yet.</translation>
        </message>
        <message>
            <source>Ainda sem classificação: tecle C.</source>
            <translation>Not classified yet: press C.</translation>
        </message>
        <message>
            <source>Anulado</source>
            <translation>Voided</translation>
        </message>
        <message>
            <source>Assunto</source>
            <translation>Subject</translation>
        </message>
        <message>
            <source>Atender e buscar solução</source>
            <translation>Attend and find a solution</translation>
        </message>
        <message>
            <source>Avaliar se vale responder</source>
            <translation>Judge whether to answer</translation>
        </message>
        <message>
            <source>Avisar a equipe e atender já</source>
            <translation>Tell the team and attend now</translation>
        </message>
        <message>
            <source>Buscar a informação e responder</source>
            <translation>Get the information and answer</translation>
        </message>
        <message>
            <source>Classificar primeiro</source>
            <translation>Classify first</translation>
        </message>
        <message>
            <source>Conte ao cliente que a área já está com o caso.</source>
            <translation>Tell the customer that the area has the case.</translation>
        </message>
        <message>
            <source>Crise nível {level}: palavra de perigo na mensagem.</source>
            <translation>Crisis level {level}: danger word in the message.</translation>
        </message>
        <message>
            <source>Dar uma resposta simples e só uma</source>
            <translation>Give one simple reply and no more</translation>
        </message>
        <message>
            <source>Em atendimento</source>
            <translation>In service</translation>
        </message>
        <message>
            <source>Este canal é privado.</source>
            <translation>This channel is private.</translation>
        </message>
        <message>
            <source>Este tema recebe só uma resposta.</source>
            <translation>This matter gets one reply only.</translation>
        </message>
        <message>
            <source>Fazer contato e oferecer ajuda</source>
            <translation>Make contact and offer help</translation>
        </message>
        <message>
            <source>Fechado</source>
            <translation>Closed</translation>
        </message>
        <message>
            <source>Fechado 1º nível</source>
            <translation>Closed at 1st level</translation>
        </message>
        <message>
            <source>Fechado 2º nível</source>
            <translation>Closed at 2nd level</translation>
        </message>
        <message>
            <source>Fechado Ouvidoria</source>
            <translation>Closed by the Ombudsman</translation>
        </message>
        <message>
            <source>Há dados pessoais na conversa.</source>
            <translation>There are personal data in the conversation.</translation>
        </message>
        <message>
            <source>Ler e decidir</source>
            <translation>Read and decide</translation>
        </message>
        <message>
            <source>Natureza</source>
            <translation>Nature</translation>
        </message>
        <message>
            <source>Natureza: {nature}.</source>
            <translation>Nature: {nature}.</translation>
        </message>
        <message>
            <source>Novo</source>
            <translation>New</translation>
        </message>
        <message>
            <source>Não é possível agora.</source>
            <translation>Not possible now.</translation>
        </message>
        <message>
            <source>O atendimento está fechado. Reabra para continuar.</source>
            <translation>The case is closed. Reopen it to go on.</translation>
        </message>
        <message>
            <source>O atendimento foi anulado.</source>
            <translation>The case was voided.</translation>
        </message>
        <message>
            <source>O atendimento foi unido a outro.</source>
            <translation>The case was merged with another.</translation>
        </message>
        <message>
            <source>O atendimento já está aberto.</source>
            <translation>The case is open already.</translation>
        </message>
        <message>
            <source>O atendimento já está resolvido. Reabra para continuar.</source>
            <translation>The case is resolved already. Reopen it to go on.</translation>
        </message>
        <message>
            <source>O atendimento não está com nenhuma área.</source>
            <translation>The case is not with any area.</translation>
        </message>
        <message>
            <source>O cliente ainda não sabe o protocolo.</source>
            <translation>The customer does not know the protocol yet.</translation>
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
            <source>Resposta ao cliente</source>
            <translation>Reply to the customer</translation>
        </message>
        <message>
            <source>Seu perfil não permite isso.</source>
            <translation>Your role does not allow this.</translation>
        </message>
        <message>
            <source>Situação: {situation}.</source>
            <translation>Situation: {situation}.</translation>
        </message>
        <message>
            <source>Solução</source>
            <translation>Solution</translation>
        </message>
        <message>
            <source>Só depois de resolvido.</source>
            <translation>Only after it is resolved.</translation>
        </message>
        <message>
            <source>Só monitorar</source>
            <translation>Only monitor</translation>
        </message>
        <message>
            <source>Tema fora do assunto da empresa.</source>
            <translation>Off the company's subjects.</translation>
        </message>
        <message>
            <source>Unido</source>
            <translation>Merged</translation>
        </message>
        <message>
            <source>a área</source>
            <translation>the area</translation>
        </message>
        <message>
            <source>adiado, volta para a fila</source>
            <translation>snoozed, comes back to the queue</translation>
        </message>
        <message>
            <source>agora</source>
            <translation>now</translation>
        </message>
        <message>
            <source>alguém assumir o atendimento e responder</source>
            <translation>someone takes the case and answers</translation>
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
            <source>classificar natureza e assunto</source>
            <translation>classify nature and subject</translation>
        </message>
        <message>
            <source>cumprir a promessa “{promise}”</source>
            <translation>keep the promise “{promise}”</translation>
        </message>
        <message>
            <source>cumprir o prazo da lei</source>
            <translation>meet the legal deadline</translation>
        </message>
        <message>
            <source>dar a primeira resposta</source>
            <translation>give the first response</translation>
        </message>
        <message>
            <source>dar notícias ao cliente</source>
            <translation>give the customer news</translation>
        </message>
        <message>
            <source>desfeita</source>
            <translation>undone</translation>
        </message>
        <message>
            <source>encerrar: já tem solução e resposta</source>
            <translation>close: solution and reply are there</translation>
        </message>
        <message>
            <source>enviada</source>
            <translation>sent</translation>
        </message>
        <message>
            <source>enviando</source>
            <translation>sending</translation>
        </message>
        <message>
            <source>escrever a solução</source>
            <translation>write the solution</translation>
        </message>
        <message>
            <source>faltam {span}</source>
            <translation>{span} left</translation>
        </message>
        <message>
            <source>fazer o pós-atendimento</source>
            <translation>follow up with the customer</translation>
        </message>
        <message>
            <source>fechar o atendimento</source>
            <translation>close the case</translation>
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
            <source>informar o protocolo ao cliente</source>
            <translation>tell the customer the protocol</translation>
        </message>
        <message>
            <source>ler o que o cliente respondeu e ver se reabre</source>
            <translation>read what the customer answered and see whether it reopens</translation>
        </message>
        <message>
            <source>na fila de envio</source>
            <translation>waiting to be sent</translation>
        </message>
        <message>
            <source>nada a fazer</source>
            <translation>nothing to do</translation>
        </message>
        <message>
            <source>não foi enviada</source>
            <translation>was not sent</translation>
        </message>
        <message>
            <source>o cliente responder</source>
            <translation>the customer answers</translation>
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
            <source>privado</source>
            <translation>private</translation>
        </message>
        <message>
            <source>público</source>
            <translation>public</translation>
        </message>
        <message>
            <source>responder a crise</source>
            <translation>answer the crisis</translation>
        </message>
        <message>
            <source>responder o cliente</source>
            <translation>answer the customer</translation>
        </message>
        <message>
            <source>resposta de {area}</source>
            <translation>answer of {area}</translation>
        </message>
        <message>
            <source>sem confirmação do envio</source>
            <translation>not confirmed as sent</translation>
        </message>
        <message>
            <source>vence em {span}</source>
            <translation>due in {span}</translation>
        </message>
        <message>
            <source>ver o atendimento</source>
            <translation>view the case</translation>
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
        <message>
            <source>{what} (era até {when})</source>
            <translation>{what} (was due {when})</translation>
        </message>
        <message>
            <source>{what} até {when}</source>
            <translation>{what} by {when}</translation>
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
