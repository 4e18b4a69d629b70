import type { ClauseTexts } from '../clause';

export const portugueseClauses: ClauseTexts = {
  'single point of contact': {
    heading: 'Responsável único',
    text: '{{#contact}}Responsável do cliente por todos os trabalhos deste contrato: {{contact}}.{{/contact}}{{^contact}}O cliente indica uma pessoa como responsável por todos os trabalhos deste contrato.{{/contact}} O prestador atende às solicitações que vêm do responsável ou de pessoa por ele indicada por escrito. As solicitações de outras pessoas são encaminhadas ao responsável antes do início do trabalho, salvo quando a espera causaria dano.\nO cliente pode indicar outro responsável, por escrito, a qualquer momento.',
  },
  'software licensing': {
    heading: 'Licenças de software',
    text: 'O cliente obtém e mantém licenças válidas de todo o software que usa e as apresenta quando solicitado. O prestador não instala, copia nem configura software sem licença válida.\nAs licenças são compradas em nome do cliente; o seu custo não está incluído no preço acima. Se o prestador encontrar software sem licença, informa o cliente para que a situação seja regularizada.',
  },
  confidentiality: {
    heading: 'Confidencialidade',
    text: 'As partes mantêm em sigilo o que souberem, por meio destes trabalhos, sobre os negócios, os sistemas, os dados de acesso e as pessoas da outra parte. Usam essas informações somente para estes trabalhos e só as compartilham com quem precisa delas para esse fim e está sujeito ao mesmo dever, ou quando a lei o exige. O que é público ou já era conhecido não está incluído.\nAs partes protegem os dados uma da outra e os devolvem ou apagam quando não forem mais necessários. Esta cláusula continua em vigor após o término do contrato.',
  },
};
