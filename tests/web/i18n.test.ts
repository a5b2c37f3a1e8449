// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import { catalogues, duration, moment, preferredLanguage } from '../../web/i18n';
import { en } from '../../web/i18n/en';
import { ko } from '../../web/i18n/ko';
import { awaitKindNames, causeCodeNames } from '../../web/protocol/trace_format.generated';
import { examples } from '../../web/examples';

function paths(value: unknown, prefix = ''): string[] {
  if (typeof value !== 'object' || value === null) return [`${prefix}: ${typeof value}`];
  return Object.entries(value).flatMap(([key, inner]) => paths(inner, `${prefix}.${key}`));
}

describe('the catalogues', () => {
  it('have the same keys, nested ones too', () => {
    expect(paths(ko).sort()).toEqual(paths(en).sort());
  });

  it('leave nothing empty, and functions use what they are given', () => {
    for (const catalogue of Object.values(catalogues)) {
      for (const [key, value] of Object.entries(catalogue)) {
        if (typeof value === 'string') expect(value, key).not.toBe('');
        if (typeof value === 'function') {
          const text = (value as (...args: unknown[]) => string)(...Array.from({ length: value.length }, () => 7));
          expect(text, key).toContain('7');
        }
      }
    }
  });

  it('name every reason for being in the ready queue', () => {
    for (const catalogue of Object.values(catalogues)) {
      expect(Object.keys(catalogue.why).sort()).toEqual([...causeCodeNames].sort());
    }
    expect(awaitKindNames.length).toBeGreaterThan(0);
  });

  it('name every topic of the examples', () => {
    for (const { topic } of examples) for (const catalogue of Object.values(catalogues)) expect(catalogue.topics).toHaveProperty(topic);
  });
});

describe('formats', () => {
  it('write lengths of time shortly', () => {
    expect([0, 0.0000042, 0.000042, 0.0042, 0.042, 0.42, 4.2, 420, Infinity].map((seconds) => duration(seconds, en)))
      .toEqual(['0 s', '4.2 µs', '42 µs', '4.2 ms', '42 ms', '0.420 s', '4.20 s', '420 s', '∞']);
    expect([0.00099997, 0.99996, 99.999, 4e-8].map((seconds) => duration(seconds, en))).toEqual(['1.0 ms', '1.00 s', '100 s', '0 s']);
    expect(duration(1.5, ko)).toBe('1.50초');
    expect(moment(1.23456, en)).toBe('1.235 s');
  });

  it('take the first language we speak', () => {
    expect(preferredLanguage(['fr', 'ko-KR', 'en'])).toBe('ko');
    expect(preferredLanguage(['de'])).toBe('en');
  });
});
