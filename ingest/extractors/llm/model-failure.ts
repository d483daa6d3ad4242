/** Why the model gave nothing, in words of ours and without a cause: what a server says of an error may repeat the key. */
export class ModelFailure extends Error {
  override readonly name = 'ModelFailure';
  /** How far it reaches: this part of the document, the whole document, or all that come after it too. */
  readonly reach: 'part' | 'document' | 'run';

  constructor(message: string, reach: ModelFailure['reach']) {
    super(message);
    this.reach = reach;
  }
}
