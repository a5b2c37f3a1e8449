// SPDX-License-Identifier: MIT
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { lessons } from '../course/lessons.ts';
import { coursePage, coursePages, type CourseLanguage, type LessonProgram } from '../course/page.ts';
import { parseExample } from '../examples/parse.ts';
import { afterBuild } from './after_build.ts';

/** Writes the demo course, `course/`, into the built site: plain pages with embeds, as a teacher would write them. */
export function demoCourse(root: string): Plugin {
  return afterBuild('loopscope-demo-course', 'pre', (outDir) => {
    const folder = join(outDir, 'course');
    mkdirSync(folder, { recursive: true });
    const programs = new Map<string, LessonProgram>(lessons.map(({ example }) => {
      const file = readFileSync(join(root, 'playground-examples', `${example}.py`), 'utf8');
      const output = readFileSync(join(root, 'playground-examples/expected', `${example}.out`), 'utf8');
      return [example, { example: parseExample(example, file), output }];
    }));
    for (const language of Object.keys(coursePages) as CourseLanguage[]) {
      writeFileSync(join(folder, coursePages[language]), coursePage(language, programs));
    }
    const style = (name: string): string => readFileSync(join(root, 'web/styles', `${name}.css`), 'utf8');
    writeFileSync(join(folder, 'course.css'), ['tokens', 'code_colours', 'course'].map(style).join('\n'));
    copyFileSync(join(root, 'web/icon.svg'), join(outDir, 'icon.svg'));
  });
}
