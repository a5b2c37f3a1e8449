// SPDX-License-Identifier: MIT
import type { EmbedStrings } from './embed_en';

export const embedKo: EmbedStrings = {
  run: '실행',
  edit: '고치기',
  predict: '예측 후 실행',
  open: 'Loopscope에서 열기',
  program: '파이썬 프로그램',
  output: '출력',
  recorded: '기록된 출력',
  loading: '불러오는 중…',
  failed: '실행 환경을 불러오지 못했습니다. 연결을 확인하고 다시 누르거나 Loopscope에서 열어 보세요.',
  sourceFailed: '프로그램을 불러오지 못했습니다.',
  noCode: '여기에는 프로그램이 없습니다.',
  badLink: '링크 속 프로그램이 손상되었거나 잘렸습니다.',
  frameTitle: '파이썬 실행기',
};
