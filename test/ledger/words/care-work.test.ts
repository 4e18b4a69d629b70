import { describe, expect, it } from 'vitest';
import { starterTasks } from '../../../src/ledger/model/care';
import { careText } from '../../../src/ledger/words/care-work';
import { wordsIn } from '../../../src/ledger/words/templates';
import { day } from '../builders';
import { type CareRows, careIn, thing, times } from '../care/cares';

const period = { from: day('2026-11-01'), to: day('2026-11-30') };
const text = (rows: CareRows, language: 'en' | 'de' | 'fr' | 'es' = 'en') =>
  careText('acme', careIn(rows), period, wordsIn(language).care);

describe('what was looked after, in words', () => {
  const rows = {
    log: [
      times('2026-11-01', 'Backup restore test'),
      times('2026-11-15', 'backup  restore TEST', { Result: 'OK' }),
      times('2026-11-30', 'Backup restore test', { Result: 'ok' }),
      times('2026-11-10', 'Updates'),
      times('2026-11-10', 'Firewall rules'),
      times('2026-11-11', 'Firewall rules'),
    ],
    things: [
      thing('Cable', { State: 'fixed', 'Fixed on': '2026-11-02' }),
      thing('Mouse', { State: 'fixed', 'Fixed on': '2026-11-03' }),
    ],
  };

  it('counts each task, the most frequent first, then the small things that were fixed', () => {
    expect(text(rows)).toBe(
      '3 backup restores checked, Firewall rules (2 times), updates installed, 2 small things fixed',
    );
    expect(text(rows, 'de')).toBe(
      '3 Rücksicherungen geprüft, Firewall rules (2-mal), Updates eingespielt, 2 Kleinigkeiten behoben',
    );
    expect(text(rows, 'fr')).toBe(
      '3 restaurations de sauvegarde vérifiées, Firewall rules (2 fois), mises à jour installées, 2 petits défauts corrigés',
    );
    expect(text(rows, 'es')).toBe(
      '3 restauraciones de copia comprobadas, Firewall rules (2 veces), actualizaciones instaladas, 2 pequeños detalles corregidos',
    );
  });

  it('says nothing of what failed, of another time, of another client, or of what is still open', () => {
    expect(
      text({
        log: [
          times('2026-11-01', 'Updates', { Result: 'Failed' }),
          times('2026-11-01', 'Updates', { Result: 'half' }),
          times('2026-10-31', 'Updates'),
          times('2026-12-01', 'Updates'),
          times('2026-11-01', 'Updates', { Client: 'Beta' }),
        ],
        things: [
          thing('A'),
          thing('B', { State: 'fixed' }),
          thing('C', { State: 'fixed', 'Fixed on': '2026-10-31' }),
          thing('D', { State: 'open', 'Fixed on': '2026-11-02' }),
        ],
      }),
    ).toBe('');
  });

  it('stays short', () => {
    const log = Array.from({ length: 9 }, (_, index) => times('2026-11-01', `${index} ${'x'.repeat(500)}`));
    expect(text({ log })).toMatch(/, and 3 more$/);
    expect(text({ log }).length).toBeLessThan(450);
  });

  it.each(['en', 'de', 'fr', 'es'] as const)(
    'knows every offered task in %s, once and more often',
    language => {
      const { tasks } = wordsIn(language).care;
      for (const { task } of starterTasks) {
        expect(tasks[task](1)).not.toBe('');
        expect(tasks[task](3)).toContain('3');
      }
    },
  );
});
