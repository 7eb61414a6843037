"""Portuguese words too common to say what a text is about: no theme is made of them and no word form is looked for."""

from __future__ import annotations

_WORDS = (
    "a o as os um uma uns umas de do da dos das em no na nos nas num numa por pelo pela pelos pelas para pra pro pras"
    " pros com sem sob sobre ate desde entre contra apos ante perante e ou mas porem contudo nem que se como quando"
    " onde porque pois logo entao assim tambem ja ainda so apenas mais menos muito muita muitos muitas pouco"
    " pouca bem mal nao sim nunca sempre talvez aqui ali la ca hoje ontem amanha agora depois antes eu tu ele ela nos"
    " vos eles elas voce voces vc vcs me te lhe lhes mim ti si comigo contigo meu minha meus minhas teu tua teus tuas"
    " seu sua seus suas nosso nossa nossos nossas este esta estes estas esse essa esses essas isto isso aquele aquela"
    " aqueles aquelas aquilo ao aos qual quais quem cujo cuja quanto quanta quantos quantas todo toda todos todas tudo"
    " nada algo alguem ninguem algum alguma alguns algumas nenhum nenhuma cada outro outra outros outras mesmo mesma"
    " mesmos mesmas tal tais tanto tanta tantos tantas ser sou es somos sao era eram foi fui foram seja sejam sendo"
    " sido estar estou estamos estao estava estavam esteve tao ter tenho tem temos tinha tinham teve tive tido tendo"
    " haver ha havia houve ir vou vai vamos vao ia iam fazer faz faco fez fiz feito fazem poder posso pode podem podia"
    " dever deve devem dar dou deu dao ver vejo viu vi ficar fica ficou querer quero quer queria dizer disse diz falar"
    " pessoal gente oi ola bom boa dia tarde noite obrigado obrigada favor por favor att abraco abracos senhor senhora"
    " q n pq tb tbm td tds blz aff kkk kkkk kkkkk haha rs rsrs http https www com br net org html rt via the and you"
    " for demais quase porquanto enquanto embora caso durante segundo conforme alem dentro fora perto longe cima baixo"
    " vez vezes coisa coisas dele dela deles delas nele nela deste desta desse dessa disso disto daquele daquela nesse"
    " nessa neste nesta nisso nisto aonde donde"
)
STOP_WORDS = frozenset(_WORDS.split())
