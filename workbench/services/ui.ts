/** `Ui`: menus are recorded, alerts answered at once, dialogs and sidebars kept for whoever shows them. */

import type { ActiveRun } from './execution';
import { type Emulates, enumeration, expose } from './expose';
import type { HtmlOutputService } from './html-service';

type Google = GoogleAppsScript.Base.Ui;
type Button = GoogleAppsScript.Base.Button;

export interface MenuNode {
  readonly caption: string;
  /** The function to call; absent in a submenu and a separator (whose caption is `-`). */
  readonly functionName?: string;
  readonly items?: readonly MenuNode[];
}

export interface Message {
  readonly kind: 'alert' | 'prompt' | 'toast';
  readonly title: string;
  readonly text: string;
  readonly answer: string;
}

export interface Dialog {
  readonly kind: 'sidebar' | 'modal' | 'modeless';
  readonly title: string;
  readonly html: string;
  readonly width: number | null;
  readonly height: number | null;
}

/** The first button of a set is the one that Enter presses. */
const buttons: Record<string, readonly string[]> = {
  OK: ['OK'],
  OK_CANCEL: ['OK', 'CANCEL'],
  YES_NO: ['YES', 'NO'],
  YES_NO_CANCEL: ['YES', 'NO', 'CANCEL'],
};

export class UiService implements Emulates<Google, UiService> {
  readonly Button: Google['Button'];
  readonly ButtonSet: Google['ButtonSet'];

  constructor(private readonly run: ActiveRun) {
    this.Button = enumeration(run, 'Ui.Button', 'OK', 'CANCEL', 'YES', 'NO', 'CLOSE');
    this.ButtonSet = enumeration(run, 'Ui.ButtonSet', ...Object.keys(buttons));
  }

  createMenu = (caption: string) => newMenu(this.run, caption);
  createAddonMenu = () => newMenu(this.run, 'Block Ledger');

  alert(...args: unknown[]): Button {
    const { title, text, set } = parts(args);
    const { answers, messages } = this.run.world;
    const answer = answers.shift() ?? buttons[set]?.[0] ?? 'OK';
    messages.push({ kind: 'alert', title, text, answer });
    return answer as unknown as Button;
  }

  prompt(...args: unknown[]): GoogleAppsScript.Base.PromptResponse {
    const { title, text, set } = parts(args);
    const given = this.run.world.answers.shift() ?? '';
    const refused = given !== '' && (buttons[set] ?? []).includes(given);
    this.run.world.messages.push({ kind: 'prompt', title, text, answer: given });
    const button = (refused ? given : (buttons[set]?.[0] ?? 'OK')) as unknown as Button;
    return expose(this.run, 'PromptResponse', {
      getSelectedButton: () => button,
      getResponseText: () => (refused ? '' : given),
    });
  }

  showModelessDialog = (html: unknown, title: string) => this.show('modeless', html, title);
  showModalDialog = (html: unknown, title: string) => this.show('modal', html, title);
  showSidebar = (html: unknown) => this.show('sidebar', html);

  private show(kind: Dialog['kind'], html: unknown, title?: string): void {
    const page = html as HtmlOutputService;
    const [width, height] = [page.getWidth(), page.getHeight()];
    this.run.world.dialogs.push({
      kind,
      title: title ?? page.getTitle(),
      html: page.getContent(),
      width,
      height,
    });
  }
}

/** A prompt, a prompt with buttons, or a title before both. */
function parts(args: readonly unknown[]): { title: string; text: string; set: string } {
  const texts = args.map(String);
  if (texts.length === 3) return { title: texts[0] ?? '', text: texts[1] ?? '', set: texts[2] ?? '' };
  return { title: '', text: texts[0] ?? '', set: texts[1] ?? 'OK' };
}

type Menu = GoogleAppsScript.Base.Menu;

function newMenu(run: ActiveRun, caption: string): Menu {
  return expose(run, 'Menu', new MenuService(run, caption));
}

class MenuService implements Emulates<Menu, MenuService> {
  private readonly items: MenuNode[] = [];

  constructor(
    private readonly run: ActiveRun,
    private readonly caption: string,
  ) {}

  addItem = (caption: string, functionName: string) => this.with({ caption, functionName });
  addSeparator = () => this.with({ caption: '-' });
  addSubMenu = (menu: Menu) => this.with((menu as unknown as MenuService).node());

  /** A second menu of the same name takes the place of the first. */
  addToUi(): void {
    const { world } = this.run;
    world.menu = [...world.menu.filter(each => each.caption !== this.caption), this.node()];
  }

  private node(): MenuNode {
    return { caption: this.caption, items: this.items };
  }

  private with(item: MenuNode): Menu {
    this.items.push(item);
    return this as unknown as Menu;
  }
}
