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
  readonly kind: 'alert' | 'toast';
  readonly title: string;
  readonly text: string;
  readonly answer: string;
}

/** An alert that wants to know something. */
export interface Question {
  readonly title: string;
  readonly text: string;
  /** The first one is the default. */
  readonly buttons: readonly string[];
}

export interface Dialog {
  readonly kind: 'modal' | 'modeless' | 'sidebar';
  readonly title: string;
  readonly html: string;
  readonly width: number | null;
  readonly height: number | null;
}

const sidebarWidth = 300;

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

  createMenu = (caption: string): Menu => expose(this.run, 'Menu', new MenuService(this.run, caption));
  /** Under Extensions in Google, by the name in the shop's listing. */
  createAddonMenu = (): Menu => this.createMenu('Block Ledger');

  alert(...args: unknown[]): Button {
    const [title = '', text = '', set = ''] = args.map(String);
    const question = { title, text, buttons: buttons[set] ?? ['OK'] };
    const answer = this.run.world.answers.shift() ?? this.answerTo(question);
    this.run.world.messages.push({ kind: 'alert', title, text, answer });
    return answer as unknown as Button;
  }

  /**
   * Google suspends the script while the alert is open, which a page cannot: as long as nothing was written the run
   * ends here and begins anew once the answer is there, which comes to the same.
   */
  private answerTo(question: Question): string {
    const { world, hasWritten } = this.run;
    if (question.buttons.length === 1) return 'OK';
    if (world.ask && !hasWritten) throw this.run.stopToAsk(question);
    return world.confirm(question);
  }

  showModelessDialog = (page: unknown, title: string) => this.show('modeless', page, title);
  showModalDialog = (page: unknown, title: string) => this.show('modal', page, title);
  /** As wide as Google makes it, whatever the page asks for. */
  showSidebar = (page: unknown) => this.show('sidebar', page, (page as HtmlOutputService).title ?? '');

  private show(kind: Dialog['kind'], page: unknown, title: string): void {
    const { html, width, height } = page as HtmlOutputService;
    const size = kind === 'sidebar' ? { width: sidebarWidth, height: null } : { width, height };
    this.run.world.dialogs.push({ kind, title, html, ...size });
  }
}

type Menu = GoogleAppsScript.Base.Menu;

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
