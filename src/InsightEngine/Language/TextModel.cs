using System.Buffers;
using System.Security.Cryptography;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.Tokenizers;

namespace InsightEngine.Language;

/// <summary>
/// A BERT-like ONNX model and its WordPiece vocabulary: one text, or a text and its context, goes in and the model's outputs come out.
/// Safe to call from several threads; each call works on one thread.
/// </summary>
/// <remarks>
/// One text a call, on purpose: the int8 models scale their activations over the whole batch, so a text's batch mates
/// would change its vector by up to 0.05 of cosine. On one thread, batches are hardly faster (docs/decisions/embedder.md).
/// </remarks>
public sealed class TextModel : IDisposable
{
    static readonly string[] Inputs = ["input_ids", "attention_mask", "token_type_ids"];
    readonly BertTokenizer tokenizer;
    readonly InferenceSession session;
    readonly RunOptions run = new();
    readonly int maxTokens;

    /// <param name="folder">Holds <c>vocab.txt</c> (lower-cased WordPiece) and the model.</param>
    /// <param name="file">The model: inputs <c>input_ids</c>, <c>attention_mask</c>, <c>token_type_ids</c>, int64 [1, tokens].</param>
    /// <param name="maxTokens">Longer input loses its end, [CLS] and [SEP] included in the count.</param>
    public TextModel(string folder, string file, int maxTokens)
    {
        var path = Path.Combine(folder, file);
        this.maxTokens = maxTokens;
        tokenizer = BertTokenizer.Create(Path.Combine(folder, "vocab.txt"));
        using var options = new SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1 };
        session = new InferenceSession(path, options);
        using var bytes = File.OpenRead(path);
        Hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
    }

    /// <summary>The SHA-256 of the model's file, in lower-case hex.</summary>
    public string Hash { get; }

    public IReadOnlyList<string> Outputs => session.OutputNames;

    /// <summary>The tokens of a text, or of a text and its context as the second segment; the context is cut first.</summary>
    public WordPieces Tokenise(string text, string? context = null)
    {
        var first = tokenizer.EncodeToIds(text, maxTokens, out _, out _);
        var room = maxTokens - first.Count - 1;
        if (context is null || room < 1) return new WordPieces([.. first], first.Count);
        var second = tokenizer.EncodeToIds(context, addSpecialTokens: false).Take(room);
        return new WordPieces([.. first, .. second, tokenizer.SeparatorTokenId], first.Count);
    }

    /// <summary>Runs the model on one input.</summary>
    /// <returns>The flat values of each output, in the order of <see cref="Outputs"/>.</returns>
    public float[][] Run(WordPieces input)
    {
        var count = input.Ids.Length;
        var buffer = ArrayPool<long>.Shared.Rent(3 * count);
        try
        {
            for (var i = 0; i < count; i++)
            {
                buffer[i] = input.Ids[i];
                buffer[count + i] = 1;
                buffer[2 * count + i] = i < input.FirstSegment ? 0 : 1;
            }
            using var ids = Tensor(buffer.AsMemory(0, count));
            using var mask = Tensor(buffer.AsMemory(count, count));
            using var types = Tensor(buffer.AsMemory(2 * count, count));
            using var outputs = session.Run(run, Inputs, [ids, mask, types], session.OutputNames);
            return [.. outputs.Select(o => o.GetTensorDataAsSpan<float>().ToArray())];
        }
        finally
        {
            ArrayPool<long>.Shared.Return(buffer);
        }
    }

    public void Dispose()
    {
        run.Dispose();
        session.Dispose();
    }

    static OrtValue Tensor(Memory<long> values) =>
        OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, values, [1, values.Length]);
}

/// <summary>The token ids of one model input; those from <paramref name="FirstSegment"/> on are the context.</summary>
public readonly record struct WordPieces(int[] Ids, int FirstSegment);
