// SPDX-License-Identifier: MIT
import { highlight } from '../editor/highlight.ts';
import type { Example } from '../examples/parse.ts';
import { escapeHtml } from '../share/snippets.ts';
import { courseText, lessons, type Lesson, type Text } from './lessons.ts';

export type CourseLanguage = keyof Text;

/** Where each language's page lies, below the course's folder. */
export const coursePages: Readonly<Record<CourseLanguage, string>> = { en: 'index.html', ko: 'ko.html' };

export interface LessonProgram {
  readonly example: Example;
  /** What CPython printed. */
  readonly output: string;
}

/** The program as it reads without JavaScript: coloured text. */
function codeMarkup(code: string): string {
  return highlight(code.replace(/\n$/, '')).map((tokens) => tokens.map(({ kind, text }) =>
    (kind === 'plain' ? escapeHtml(text) : `<span class="code-${kind}">${escapeHtml(text)}</span>`)).join('')).join('\n');
}

/** A sentence of a lesson: between backticks is code. */
function prose(text: string): string {
  return escapeHtml(text).replace(/`([^`]+)`/g, '<code>$1</code>');
}

function lessonMarkup(lesson: Lesson, number: number, { example, output }: LessonProgram, language: CourseLanguage): string {
  const text = (words: Text): string => escapeHtml(words[language]);
  const predict = lesson.predict === true ? ' predict' : '';
  return `<section class="lesson" id="${lesson.id}" aria-labelledby="${lesson.id}-title">
<h2 id="${lesson.id}-title"><span class="lesson-number">${String(number)}</span> <span>${text(lesson.title)}</span></h2>
${lesson.paragraphs.map((paragraph) => `<p>${prose(paragraph[language])}</p>`).join('\n')}
<loopscope-playground lang="${language}" panels="${lesson.panels}"${predict}>
<pre><code class="language-python">${codeMarkup(example.code)}</code></pre>
<pre data-output>${output.startsWith('\n') ? '\n' : ''}${escapeHtml(output.replace(/\n$/, ''))}</pre>
</loopscope-playground>
<p class="try-it"><strong>${text(courseText.tryIt)}</strong> ${prose(lesson.tryIt[language])}</p>
</section>`;
}

/** One language's page, whole. Its paths lead up to the site's folder. */
export function coursePage(language: CourseLanguage, programs: ReadonlyMap<string, LessonProgram>): string {
  const text = (words: Text): string => escapeHtml(words[language]);
  const other: CourseLanguage = language === 'en' ? 'ko' : 'en';
  const body = lessons.map((lesson, index) => {
    const program = programs.get(lesson.example);
    if (!program) throw new Error(`the course wants the example ${lesson.example}, which does not exist`);
    return lessonMarkup(lesson, index + 1, program, language);
  });
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${text(courseText.intro)}">
<title>${text(courseText.title)}</title>
<link rel="icon" type="image/svg+xml" href="../icon.svg">
<link rel="stylesheet" href="course.css">
<script src="../embed.js" async></script>
</head>
<body>
<a class="skip-link" href="#${lessons[0]?.id ?? ''}">${text(courseText.skip)}</a>
<header class="course-head">
<p class="course-links"><a href="../index.html">${text(courseText.playground)}</a> <a href="${coursePages[other]}" lang="${other}" hreflang="${other}">${escapeHtml(courseText.other[language])}</a></p>
<h1>${text(courseText.title)}</h1>
<p>${text(courseText.intro)}</p>
<nav aria-label="${text(courseText.contents)}"><ol>${lessons.map(({ id, title }) => `<li><a href="#${id}">${text(title)}</a></li>`).join('')}</ol></nav>
</header>
<main>
${body.join('\n')}
</main>
</body>
</html>
`;
}
