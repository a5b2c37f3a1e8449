// SPDX-License-Identifier: MIT
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { lessons } from '../course/lessons.ts';
import { coursePage, coursePages, type CourseLanguage, type LessonProgram } from '../course/page.ts';
import { parseExample } from '../examples/parse.ts';
import { afterBuild } from './after_build.ts';

/** The demo course's files by name: plain pages with embeds, as a teacher would write them. */
function courseFiles(root: string): Map<string, string> {
  const programs = new Map<string, LessonProgram>(lessons.map(({ example }) => {
    const file = readFileSync(join(root, 'playground-examples', `${example}.py`), 'utf8');
    const output = readFileSync(join(root, 'playground-examples/expected', `${example}.out`), 'utf8');
    return [example, { example: parseExample(example, file), output }];
  }));
  const pages = (Object.keys(coursePages) as CourseLanguage[]).map((language): [string, string] => [coursePages[language], coursePage(language, programs)]);
  const style = (name: string): string => readFileSync(join(root, 'web/styles', `${name}.css`), 'utf8');
  return new Map([...pages, ['course.css', ['tokens', 'code_colours', 'course'].map(style).join('\n')]]);
}

/** Writes the demo course, `course/`, into the built site; while sources are served, it is made at each request. */
export function demoCourse(root: string): Plugin {
  return {
    ...afterBuild('loopscope-demo-course', 'pre', (outDir) => {
      const folder = join(outDir, 'course');
      mkdirSync(folder, { recursive: true });
      for (const [name, text] of courseFiles(root)) writeFileSync(join(folder, name), text);
      copyFileSync(join(root, 'web/icon.svg'), join(outDir, 'icon.svg'));
    }),
    configureServer(server) {
      server.middlewares.use('/course', (request, response, next) => {
        const name = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1) || 'index.html';
        const text = courseFiles(root).get(name);
        if (text === undefined) {
          next();
          return;
        }
        response.setHeader('content-type', name.endsWith('.css') ? 'text/css' : 'text/html; charset=utf-8');
        response.end(text);
      });
    },
  };
}
