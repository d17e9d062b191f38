/** Words of a site that ends, begins anew or changes hands. */
import type { ending as like } from '../en/ending.ts';

export const ending: typeof like = {
  ending: {
    remove: 'Eliminar el sitio',
    removeMore: (domain) =>
      `Ya no se cuenta nada para ${domain}, que deja de verse. Durante siete días sus propietarios pueden recuperarlo con todo lo contado; después se borra. Escriba ${domain} para confirmar.`,
    empty: 'Vaciar el sitio',
    emptyMore: (domain) =>
      `Todo lo contado para ${domain} se borra de inmediato y no se puede recuperar. Los ajustes, objetivos, claves y enlaces se conservan, y se sigue contando. Escriba ${domain} para confirmar.`,
    emptied: 'Vaciado. Se empieza a contar de nuevo.',
    give: 'Ceder el sitio a otra persona',
    giveMore: 'Una persona con cuenta aquí pasa a ser la propietaria.',
    to: 'Correo electrónico del nuevo propietario',
    keep: 'Lo que usted conserva aquí',
    nothing: 'nada',
    stays: (role) => `Su rol en todos los sitios sigue siendo: ${role}.`,
    nobody: 'Nadie aquí tiene esta dirección. Invite primero a esa persona, con un rol en este sitio.',
    yourself: 'Es usted. Indique a otra persona.',
    given: (email) => `Ahora el sitio es de ${email}.`,
    giveConfirm: (domain) => `Escriba ${domain} para confirmar`,
    removed: 'Sitios eliminados',
    removedMore:
      'Ya no se cuenta nada para ellos. Hasta el día en que se borren, se pueden recuperar con todo lo contado.',
    goes: (day) => `se borra el ${day}`,
    restore: 'Recuperar',
    restoreOf: (domain) => `Recuperar: ${domain}`,
    erase: 'Borrar ahora',
    eraseOf: (domain) => `Borrar ahora: ${domain}`,
    eraseMore: (domain) =>
      `${domain} se borra de inmediato con todo lo contado y no se puede recuperar. Escriba ${domain} para confirmar.`,
    kept: 'Un sitio con este nombre se eliminó y aún se conserva. Sus propietarios pueden recuperarlo, o borrarlo ahora, en esta página.',
  },
};
