import { answerTime } from '../escalation/ladder.ts'
import { longDate, weekday } from '../time.ts'
import type { LetterContent, LetterSection } from './letter.ts'

/** Parts of the body that can be replaced, by the word for each, with the heading under which it stands. */
export const letterParts = { 正文: '基本情况', 依据: '有关依据', 要求: '工作要求' } as const
export type LetterPart = keyof typeof letterParts

/** Chinese characters that a title takes: two lines of the page. */
export const titleLimit = 60

/** Closes the letter: by when the answer is to be there. It always stands last, so that it can follow the date. */
export const dueSection = (dueOn: string): LetterSection => ({
  heading: null,
  paragraphs: [`请于${longDate(dueOn)}（${weekday(dueOn)}）${answerTime}前，将整改落实情况书面回复我办。`],
})

/** The letter with another date by which it asks for its answer. */
export const withDueOn = (content: LetterContent, dueOn: string): LetterContent => ({
  ...content,
  sections: [...content.sections.slice(0, -1), dueSection(dueOn)],
})

/** The letter with what it tells of the matter as of another day: the counts, the hazards, and their list. */
export const withFacts = (content: LetterContent, fresh: LetterContent): LetterContent => ({
  ...content,
  sections: content.sections.map((section, i) =>
    i === 0 || section.heading === letterParts.正文
      ? (fresh.sections.find(({ heading }) => heading === section.heading) ?? section)
      : section,
  ),
  annex: fresh.annex,
})

/** The letter with one part replaced, a paragraph a line. */
export const withPart = (content: LetterContent, part: LetterPart, text: string): LetterContent => ({
  ...content,
  sections: content.sections.map(section =>
    section.heading === letterParts[part]
      ? {
          ...section,
          paragraphs: text
            .split('\n')
            .map(line => line.trim())
            .filter(Boolean),
        }
      : section,
  ),
})
