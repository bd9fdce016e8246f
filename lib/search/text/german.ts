import type { Language } from './language'

const stopWords = `aber alle allem allen aller alles als also am an ander andere anderem anderen anderer anderes auch auf aus bei bin bis bist da damit dann das dass dein deine dem
 den denn der des dich die dies diese diesem diesen dieser dieses dir doch dort du durch ein eine einem einen einer eines er es etwas euch euer fur gegen hab habe haben hat
 hatte hatten hier hin ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im in ist ja jede jedem jeden jeder jedes kann kein keine keinem keinen keiner konnen man mein meine mich
 mir mit muss mussen nach nicht nichts noch nun nur ob oder ohne sehr sein seine sich sie sind so soll sollte sondern sowie um und uns unser unter vom von vor war waren warum
 was weil welche welchem welchen welcher welches wenn wer werde werden wie wieder will wir wird wo zu zum zur uber`

const shortest = 4

/**
 * German, lightly: endings of number, case and gender go (after J. Savoy, "Light stemming approaches", SAC 2006). Umlauts were folded
 * before, so that "Broschüren" and "Broschüre" meet.
 */
export function stemGerman(word: string): string {
  for (const ending of ['ern', 'em', 'en', 'er', 'es', 'e', 's', 'n']) {
    if (word.length - ending.length >= shortest && word.endsWith(ending)) return word.slice(0, -ending.length)
  }
  return word
}

export const german: Language = { stem: stemGerman, stops: new Set(stopWords.split(/\s+/)) }
