/** A response whose text is at hand. The stream that `Response` makes of a text takes longer than to answer. */
export class TextResponse extends Response {
  private used = false;

  constructor(
    private readonly content: string,
    init?: ResponseInit,
  ) {
    super(null, init);
  }

  override get bodyUsed(): boolean {
    return this.used;
  }

  override get body(): Response['body'] {
    return this.taken().body;
  }

  override async text(): Promise<string> {
    this.take();
    return this.content;
  }

  override async json(): Promise<unknown> {
    return JSON.parse(await this.text());
  }

  override async arrayBuffer(): Promise<ArrayBuffer> {
    return this.taken().arrayBuffer();
  }

  override async blob(): Promise<Blob> {
    return this.taken().blob();
  }

  override async formData(): Promise<FormData> {
    return this.taken().formData();
  }

  override clone(): Response {
    if (this.used) throw new TypeError('Response.clone: Body has already been consumed.');
    return new TextResponse(this.content, this);
  }

  private take(): void {
    if (this.used) throw new TypeError('Body is unusable: Body has already been read');
    this.used = true;
  }

  private taken(): Response {
    this.take();
    return new Response(this.content, this);
  }
}
