import { Failure, Waiting } from './panels/notice.js';
import { useAnswer } from './use-answer.js';
import { type ViewProps, views } from './views.js';

/** The view that the route names, once its script is here. */
export function Stage({ route, change }: ViewProps) {
  const { title, load, ask } = views[route.view];
  const asked = useAnswer(route.view, () => {
    // The view itself tells of a failure, when it asks.
    ask?.(route).catch(() => undefined);
    return load();
  });
  const View = asked.state === 'answered' ? asked.answer.default : null;
  return (
    <section class="stage" aria-label={title}>
      {asked.state === 'waiting' && <Waiting what="the page" />}
      {asked.state === 'failed' && <Failure {...asked} />}
      {View !== null && <View route={route} change={change} />}
    </section>
  );
}
