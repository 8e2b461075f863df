import { useState } from 'preact/hooks';
import type { RowChoices } from '../../../schemas/service/index.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Answered } from '../../components/answered.tsx';
import { Printed } from '../../components/printed.tsx';
import { unitWords } from '../../messages/unit.ts';
import { withQuery } from '../../shell/query.ts';
import { scopeText } from './scope.ts';

const LISTED = 100;

/** The rows of a unit that can be followed over the years, to be ticked. */
export function RowPicker(props: {
  readonly unit: string;
  readonly chosen: readonly string[];
  readonly isDefault: boolean;
  readonly onChoose: (quantities: readonly string[]) => void;
}) {
  const { unit, chosen, isDefault, onChoose } = props;
  const m = unitWords();
  const [sought, setSought] = useState('');
  const [isOpen, setOpen] = useState(false);
  const asked = useAnswer<RowChoices>(isOpen ? withQuery('/api/rows', { unit, q: sought, limit: LISTED }) : null);
  return (
    <details class="row-picker" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {m.chooseRows} <span class="muted">{m.rowsChosen(chosen.length)}</span>
      </summary>
      <div class="row-picker-tools">
        <label>
          <span>{m.findRow}</span>
          <input
            type="search"
            value={sought}
            maxLength={200}
            onInput={(event) => setSought(event.currentTarget.value)}
          />
        </label>
        {!isDefault && (
          <button type="button" class="quiet" onClick={() => onChoose([])}>
            {m.clearRows}
          </button>
        )}
      </div>
      {isOpen && (
        <Answered of={asked}>
          {({ items, total }) => (
            <fieldset>
              <legend class="visually-hidden">{m.chooseRows}</legend>
              {items.length === 0 && <p class="muted">{m.noRows}</p>}
              <ul class="row-choices">
                {items.map((choice) => (
                  <RowChoice
                    key={choice.quantity}
                    choice={choice}
                    isChosen={chosen.includes(choice.quantity)}
                    onChange={(isChosen) =>
                      onChoose(
                        isChosen
                          ? [...chosen, choice.quantity]
                          : chosen.filter((quantity) => quantity !== choice.quantity),
                      )
                    }
                  />
                ))}
              </ul>
              {items.length < total && <p class="unit-hint">{m.onlyFirst(items.length, total)}</p>}
            </fieldset>
          )}
        </Answered>
      )}
    </details>
  );
}

function RowChoice(props: {
  readonly choice: RowChoices['items'][number];
  readonly isChosen: boolean;
  readonly onChange: (isChosen: boolean) => void;
}) {
  const { quantity, name, code, years } = props.choice;
  const first = years[0];
  const last = years.at(-1);
  return (
    <li>
      <label>
        <input
          type="checkbox"
          checked={props.isChosen}
          onChange={(event) => props.onChange(event.currentTarget.checked)}
        />
        <span>
          <Printed text={name || code} />
          {code && name && <span class="row-code">{code}</span>}
          <span class="row-scope">{scopeText(quantity, code)}</span>
        </span>
        <span class="row-years">{first === last ? first : `${first}–${last}`}</span>
      </label>
    </li>
  );
}
