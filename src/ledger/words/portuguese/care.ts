import type { CareWords } from '../care-work';

/** What was looked after, as the care log says it. */
export const portugueseCare: CareWords = {
  tasks: {
    'Backup restore test': times =>
      times === 1 ? '1 teste de restauração de backup' : `${times} testes de restauração de backup`,
    'Backup report': times =>
      times === 1 ? '1 relatório de backup verificado' : `${times} relatórios de backup verificados`,
    Updates: times => `atualizações instaladas${often(times)}`,
    Antivirus: times => `antivírus verificado${often(times)}`,
    Licences: times => `licenças verificadas${often(times)}`,
    'Accounts of leavers': times => `contas de quem saiu da empresa verificadas${often(times)}`,
    'Disk and UPS health': times => `discos e nobreak verificados${often(times)}`,
    'Security review': times => (times === 1 ? '1 análise de segurança' : `${times} análises de segurança`),
    Documentation: times => `documentação atualizada${often(times)}`,
    'Call to ask how things are': times =>
      times === 1 ? '1 ligação de acompanhamento' : `${times} ligações de acompanhamento`,
  },
  other: (task, times) => (times === 1 ? task : `${task} (${often(times).trim()})`),
  fixed: count => (count === 1 ? '1 pequeno problema resolvido' : `${count} pequenos problemas resolvidos`),
  andMore: count => `e mais ${count}`,
};

function often(times: number): string {
  return times === 1 ? '' : ` ${times} vezes`;
}
