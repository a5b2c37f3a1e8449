// SPDX-License-Identifier: MIT
export function takeReports(text: string): { rest: string; reports: string[] };
