import model from 'wink-eng-lite-web-model';
import winkNLP, { type WinkMethods } from 'wink-nlp';

/** Of what wink-nlp is made: more than its types show. */
interface OpenModel {
  core(): { readonly features: { readonly lexeme: { hash: Record<string, number> } } };
  featureFn(...settings: unknown[]): Features;
}
interface Features {
  pos(form: string, category: number, forms: Forms): number;
}
interface Forms {
  /** The number of a form, first of all; `null` for one that isn't known. */
  lookup(form: string): readonly number[] | null;
}

/**
 * wink-nlp with the pipes that are read. By itself it numbers forms that it doesn't know as it meets them, and takes a number for a sign that they
 * are words: once it has met "Israel's" in one piece it no longer cuts it in two, so that how a document is read would depend on those
 * before it. Here such forms have their numbers, and the tokenizer knows no more words than those of the model.
 */
export function openWink(): WinkMethods {
  const open = model as unknown as OpenModel;
  const core = open.core();
  const { lexeme } = core.features;
  const ownModel = {
    ...model,
    core: () => core,
    featureFn: (...settings: unknown[]) => {
      const features = open.featureFn(...settings);
      const { pos } = features;
      // Asked of a form in small letters that just got its number.
      features.pos = (form, category, forms) =>
        pos(form, category, { ...forms, lookup: (text) => forms.lookup(text) ?? [lexeme.hash[text] ?? 0] });
      return features;
    },
  };
  const nlp = winkNLP(ownModel, ['sbd', 'pos']);
  // The tokenizer goes on asking the object that it was given; numbers are looked up, and new ones kept, in this one.
  lexeme.hash = Object.create(lexeme.hash) as Record<string, number>;
  return nlp;
}
