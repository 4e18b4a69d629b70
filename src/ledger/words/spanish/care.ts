import type { CareWords } from '../care-work';

/** What was looked after, as the care log says it. */
export const spanishCare: CareWords = {
  tasks: {
    'Backup restore test': times =>
      times === 1 ? '1 restauración de copia comprobada' : `${times} restauraciones de copia comprobadas`,
    'Backup report': times =>
      times === 1 ? '1 informe de copias leído' : `${times} informes de copias leídos`,
    Updates: times => `actualizaciones instaladas${often(times)}`,
    Antivirus: times => `antivirus comprobado${often(times)}`,
    Licences: times => `licencias comprobadas${often(times)}`,
    'Accounts of leavers': times => `cuentas de antiguos empleados comprobadas${often(times)}`,
    'Disk and UPS health': times => `discos y SAI comprobados${often(times)}`,
    'Security review': times =>
      times === 1 ? '1 revisión de seguridad' : `${times} revisiones de seguridad`,
    Documentation: times => `documentación actualizada${often(times)}`,
    'Call to ask how things are': times =>
      times === 1 ? '1 llamada para preguntar cómo va todo' : `${times} llamadas para preguntar cómo va todo`,
  },
  other: (task, times) => (times === 1 ? task : `${task} (${often(times).trim()})`),
  fixed: count => (count === 1 ? '1 pequeño detalle corregido' : `${count} pequeños detalles corregidos`),
  andMore: count => `y ${count} más`,
};

function often(times: number): string {
  return times === 1 ? '' : ` ${times} veces`;
}
