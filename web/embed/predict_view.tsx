// SPDX-License-Identifier: MIT
import { useSignal } from '@preact/signals';
import { moment, strings } from '../i18n';
import type { TaskId } from '../protocol/snapshot';
import { taskName } from '../session/tasks_view';
import { announce } from '../ui/notices';
import type { LiveModel } from './live_view';
import { firstDifference, moved, type Difference, type PrintedLine } from './prediction';

function nameOf(task: TaskId, { session }: LiveModel): string {
  return task === 0 ? strings.value.predictNoTask : taskName(task, session.snapshot.value, session.trace);
}

/** What the trace says about the first difference, in sentences. */
function explain({ position, predicted, printed, why }: Difference, model: LiveModel): readonly string[] {
  const s = strings.value;
  const place = position + 1;
  switch (why.kind) {
    case 'nothing-printed': return [s.predictTooFew(place)];
    case 'never-printed': return [s.predictDiffers(place, predicted, printed ?? ''), s.predictNever(predicted)];
    case 'same-task': return [s.predictDiffers(place, predicted, printed ?? ''), s.predictSameTask(nameOf(why.task, model))];
    case 'other-task': {
      const first = [s.predictDiffers(place, predicted, printed ?? ''), s.predictPrinter(nameOf(why.printer, model), moment(why.time))];
      const waiter = nameOf(why.waiter, model);
      switch (why.where.kind) {
        case 'not-created': return [...first, s.predictNotCreated(waiter, moment(why.where.at))];
        case 'not-begun': return [...first, s.predictNotBegun(waiter)];
        case 'parked': return [...first, s.predictParked(waiter, why.where.line, why.where.until === undefined ? undefined : moment(why.where.until))];
        case 'unknown': return first;
      }
    }
  }
}

function printedBy({ session }: LiveModel): readonly PrintedLine[] {
  const lines: PrintedLine[] = [];
  for (let index = 0; index < session.console.length; index += 1) {
    const line = session.console.line(index);
    if (line?.stream === 'stdout') lines.push(line);
  }
  return lines;
}

function Ordering({ model }: { readonly model: LiveModel }) {
  const s = strings.value;
  const { prediction } = model;
  const dragged = useSignal<number | null>(null);
  const lines = prediction.value;
  const move = (from: number, to: number): void => {
    const next = moved(lines, from, to);
    if (next === lines) return;
    prediction.value = next;
    announce(s.predictMoved(next[to] ?? '', to + 1, next.length));
  };
  return (
    <ol class="predict-lines">
      {lines.map((line, index) => (
        <li key={`${line}-${String(lines.slice(0, index).filter((other) => other === line).length)}`} class={dragged.value === index ? 'is-dragged' : ''} draggable
          onDragStart={(event) => {
            dragged.value = index;
            event.dataTransfer?.setData('text/plain', line);
          }}
          onDragEnd={() => { dragged.value = null; }}
          onDragOver={(event) => {
            if (dragged.value === null) return;
            event.preventDefault();
            if (dragged.value === index) return;
            prediction.value = moved(lines, dragged.value, index);
            dragged.value = index;
          }}>
          <span class="predict-text">{line}</span>
          <button type="button" class="icon-button small" disabled={index === 0} title={s.predictUp} aria-label={`${s.predictUp}: ${line}`} onClick={() => { move(index, index - 1); }}>↑</button>
          <button type="button" class="icon-button small" disabled={index === lines.length - 1} title={s.predictDown} aria-label={`${s.predictDown}: ${line}`} onClick={() => { move(index, index + 1); }}>↓</button>
        </li>
      ))}
    </ol>
  );
}

function Checked({ model }: { readonly model: LiveModel }) {
  const s = strings.value;
  const { session, prediction } = model;
  void session.console.revision.value;
  void session.trace.revision.value;
  const printed = printedBy(model);
  const difference = firstDifference(prediction.value, printed, session.trace.lanes);
  if (!difference) return <p class="predict-right" role="status">{s.predictRight}</p>;
  return (
    <>
      <ol class="predict-lines is-checked">
        {prediction.value.map((line, index) => (
          <li key={index} class={index < difference.position ? 'is-right' : index === difference.position ? 'is-wrong' : ''}>
            <span class="predict-text">{line}</span>
            {index < difference.position ? <span class="visually-hidden">{s.predictThisRight}</span> : null}
          </li>
        ))}
      </ol>
      <div class="predict-why" role="status">{explain(difference, model).map((sentence, index) => <p key={index}>{sentence}</p>)}</div>
    </>
  );
}

/** The lines to order before the first run; afterwards how the prediction fared. */
export function PredictPanel({ model }: { readonly model: LiveModel }) {
  const s = strings.value;
  const { session, predicting } = model;
  const ended = session.outcome.value !== null;
  return (
    <section class="panel predict" aria-labelledby="panel-predict" data-panel="predict">
      <header class="panel-bar">
        <h2 id="panel-predict">{s.predictTitle}</h2>
        <div class="panel-tools">
          {!predicting.value && ended ? <button type="button" class="button small" id="predict-again" onClick={() => { predicting.value = true; }}>{s.predictAgain}</button> : null}
        </div>
      </header>
      {predicting.value ? (
        <>
          <p class="predict-intro">{s.predictIntro}</p>
          <Ordering model={model} />
        </>
      ) : ended ? <Checked model={model} /> : <p class="predict-intro">{s.predictRunning}</p>}
    </section>
  );
}
