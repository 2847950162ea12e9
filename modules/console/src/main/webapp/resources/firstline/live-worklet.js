// Makes pieces of a second of what the microphone hears: 16 kHz, one channel, µ-law (ITU-T G.711).
const RATE = 16000;
const encode = (sample) => {
  const value = Math.max(-32635, Math.min(32635, Math.round(sample * 32767)));
  const size = Math.abs(value) + 132;
  const exponent = 31 - Math.clz32(size) - 7;
  return ~((value < 0 ? 128 : 0) | (exponent << 4) | ((size >> (exponent + 3)) & 15)) & 255;
};
class Pieces extends AudioWorkletProcessor {
  constructor() {
    super();
    Object.assign(this, { piece: new Uint8Array(RATE), at: 0, sum: 0, count: 0, phase: 0, peak: 0, since: 0 });
  }

  process([[input]]) {
    if (!input) return true;
    for (const sample of input) {
      // The mean of what falls into one sample of the lower rate: speech needs no better filter.
      this.sum += sample;
      this.count += 1;
      this.phase += RATE;
      this.peak = Math.max(this.peak, Math.abs(sample));
      if (this.phase >= sampleRate) {
        this.phase -= sampleRate;
        this.piece[this.at++] = encode(this.sum / this.count);
        this.sum = 0;
        this.count = 0;
        if (this.at === RATE) {
          this.port.postMessage({ piece: this.piece });
          this.piece = new Uint8Array(RATE);
          this.at = 0;
        }
      }
    }
    this.since += input.length;
    if (this.since > sampleRate / 10) {
      this.port.postMessage({ level: this.peak });
      this.since = 0;
      this.peak = 0;
    }
    return true;
  }
}
registerProcessor('pieces', Pieces);
