import type { ClauseTexts } from '../clause';

export const spanishClauses: ClauseTexts = {
  'single point of contact': {
    heading: 'Una sola persona de contacto',
    text: '{{#contact}}Persona de contacto del cliente para todos los trabajos de este acuerdo: {{contact}}.{{/contact}}{{^contact}}El cliente nombra a una persona de contacto para todos los trabajos de este acuerdo.{{/contact}} El proveedor atiende las solicitudes de la persona de contacto, o de quien esta haya designado por escrito. Las solicitudes de otras personas se transmiten a la persona de contacto antes de empezar el trabajo, salvo que esperar cause un daño.\nEl cliente puede nombrar por escrito a otra persona de contacto en cualquier momento.',
  },
  'software licensing': {
    heading: 'Licencias de software',
    text: 'El cliente obtiene y mantiene una licencia válida para todo el software que utiliza, y la muestra cuando se le pida. El proveedor no instala, copia ni configura software para el que no haya una licencia válida.\nLas licencias se compran a nombre del cliente y su coste no forma parte del precio indicado arriba. Si el proveedor encuentra software sin licencia, se lo comunica al cliente para que pueda regularizarse.',
  },
  confidentiality: {
    heading: 'Confidencialidad',
    text: 'Ambas partes mantienen en confidencialidad lo que por este trabajo lleguen a saber del negocio, los sistemas, los datos de acceso y las personas de la otra parte. Lo utilizan solo para este trabajo y lo comparten únicamente con quienes lo necesiten para ello y estén obligados de igual manera, o cuando la ley lo exija. No incluye lo que es público o ya se conocía antes.\nAmbas protegen los datos de la otra parte y los devuelven o los borran cuando ya no se necesiten. Esta cláusula sigue vigente después de terminar el acuerdo.',
  },
};
