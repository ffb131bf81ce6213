using Optimizer.Workflows.Ports;

namespace Optimizer.Functions.Tables;

/// <summary>Definitions and policy: one row for what is in force under a name, and one that stays for every text that ever was.</summary>
internal sealed class TablePlayStore(RowTable rows, TimeProvider clock) : IPlayStore
{
    private const string Partition = "plays";
    private const string Policy = "policy";

    private readonly Contest _contest = new(clock);

    private static string InForce { get; } = RowKeys.Under("in-force");

    public async Task<StoredText?> FindAsync(string name, CancellationToken cancellationToken) =>
        Read(await rows.FindAsync(Partition, InForce + RowKeys.Of(name), cancellationToken));

    public async Task<StoredText?> FindVersionAsync(string name, string hash, CancellationToken cancellationToken) =>
        Read(await rows.FindAsync(Partition, Version(name, hash), cancellationToken));

    public Task<StoredText> PutAsync(string name, string text, string file, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        var put = new StoredText(name, StoredText.HashOf(text), text, file, at);
        return _contest.RunAsync($"the definition {name}", async () =>
        {
            var key = InForce + RowKeys.Of(name);
            var row = await rows.FindAsync(Partition, key, cancellationToken);
            if (Read(row) is { } present && present.Hash == put.Hash)
            {
                return (true, present);
            }

            var changes = new List<RowChange> { new(key, RowText.Of(put), row?.Tag) };
            if (await rows.FindAsync(Partition, Version(name, put.Hash), cancellationToken) is null)
            {
                changes.Add(new(Version(name, put.Hash), RowText.Of(put)));
            }

            return (await rows.TryWriteAsync(Partition, changes, cancellationToken), put);
        }, cancellationToken);
    }

    public async Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken)
    {
        var names = new List<string>();
        await foreach (var row in rows.ReadAsync(Partition, InForce, cancellationToken))
        {
            names.Add(Read(row)!.Name);
        }

        return [.. names.Where(name => name != Policy).Order(StringComparer.Ordinal)];
    }

    private static string Version(string name, string hash) => RowKeys.Join("text", RowKeys.Of(name), RowKeys.Of(hash));

    private static StoredText? Read(StoredRow? row) => row is null ? null : RowText.Read<StoredText>(row);
}
