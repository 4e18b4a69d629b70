/**
 * Functions of formulas that Univer lacks or that need the workbench: its clock, and errors with a message.
 */
import type { ArrayValueObject, BaseFunction, BaseValueObject } from '@univerjs/preset-sheets-node-core';
import type { NoteError } from './custom-functions';
import { SHOW_ERROR } from './formula-plan';
import { DATE, DATE_TIME } from './number-format';
import { sparklineText } from './sparkline-text';
import type { UniverParts } from './univer';

/** `now` gives the serial number of the moment. */
export function registerBuiltIns(
  { sheets, injector }: UniverParts,
  noteError: NoteError,
  now: () => number,
): void {
  const { BaseFunction, ErrorValueObject, ErrorType, NumberValueObject, StringValueObject } = sheets;
  class ShowError extends BaseFunction {
    override calculate(code: BaseValueObject, message: BaseValueObject) {
      const error = String(code.getValue());
      noteError(this, { error, message: String(message.getValue()) });
      return ErrorValueObject.create(error as never);
    }
  }
  class Now extends BaseFunction {
    override calculate() {
      return NumberValueObject.create(now(), DATE_TIME);
    }
  }
  class Today extends BaseFunction {
    override calculate() {
      return NumberValueObject.create(Math.floor(now()), DATE);
    }
  }
  class Sparkline extends BaseFunction {
    override calculate(data: BaseValueObject, options?: BaseValueObject) {
      const shown = sparklineText(data.isArray() ? undefined : data.getValue(), optionsIn(options));
      if (shown !== undefined) return StringValueObject.create(shown);
      noteError(this, { error: '#ERROR!', message: 'Not in the workbench: SPARKLINE other than a bar' });
      return ErrorValueObject.create('#ERROR!' as never);
    }
  }
  const functions = injector.get(sheets.IFunctionService);
  functions.registerExecutors(
    new ShowError(SHOW_ERROR),
    new Now('NOW'),
    new Today('TODAY'),
    new Sparkline('SPARKLINE'),
  );
  for (const each of functions.getExecutors().values())
    neverThrows(each, () => ErrorValueObject.create(ErrorType.VALUE));
}

/** What a function of Univer's throws on odd arguments would end the process: nothing awaits the calculation. */
function neverThrows(executor: BaseFunction, error: () => ReturnType<BaseFunction['calculate']>): void {
  const calculate = executor.calculate.bind(executor);
  executor.calculate = (...args) => {
    try {
      return calculate(...args);
    } catch {
      return error();
    }
  };
}

/** The two columns of options that a sparkline takes. */
function optionsIn(options: BaseValueObject | undefined): readonly (readonly unknown[])[] {
  return options?.isArray() ? (options as ArrayValueObject).toValue() : [];
}
