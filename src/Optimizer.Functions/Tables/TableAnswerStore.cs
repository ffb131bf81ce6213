using Optimizer.Workflows.Ports;

namespace Optimizer.Functions.Tables;

/// <summary>Answers to requests that carried an idempotency key, and a row for each that finds the old ones by their time.</summary>
internal sealed class TableAnswerStore(RowTable rows) : IAnswerStore
{
    private const string Partition = "answers";

    // An answer and its row in time are removed together. More old ones than new ones are forgotten, so that they run out.
    private const int MostForgotten = 20;

    private static string Times { get; } = RowKeys.Under("at");

    public async Task<KeptAnswer?> FindAsync(string sender, string key, CancellationToken cancellationToken) =>
        await rows.FindAsync(Partition, Answer(RowKeys.Hash(sender, key)), cancellationToken) is { } row ? RowText.Read<KeptAnswer>(row) : null;

    public async Task PutAsync(string sender, string key, KeptAnswer answer, DateTimeOffset forget, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(answer);
        await ForgetAsync(forget, cancellationToken);
        var hash = RowKeys.Hash(sender, key);

        // Refused when there is one: the first holds.
        _ = await rows.TryWriteAsync(
            Partition, [new(Answer(hash), RowText.Of(answer)), new(RowKeys.Join("at", RowKeys.Of(answer.At.UtcTicks), hash), hash)], cancellationToken);
    }

    private static string Answer(string hash) => RowKeys.Join("answer", hash);

    private async Task ForgetAsync(DateTimeOffset forget, CancellationToken cancellationToken)
    {
        var old = await rows.ReadAsync(Partition, Times, Times + RowKeys.Of(forget.UtcTicks), cancellationToken).Take(MostForgotten).ToListAsync(cancellationToken);

        // Refused when somebody else forgets them at the same time.
        _ = await rows.TryWriteAsync(Partition, [.. old.SelectMany(row => new[] { RowChange.Remove(row.Key), RowChange.Remove(Answer(row.Text)) })], cancellationToken);
    }
}
