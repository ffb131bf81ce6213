using System.Runtime.CompilerServices;
using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Embedded.Storage;
using Optimizer.Workflows;
using Optimizer.Workflows.Ports;

namespace Optimizer.Embedded.Records;

/// <summary>The audit trail in a table that only grows.</summary>
internal sealed class SqliteAuditTrail : IAuditTrail
{
    private const int Page = 256;

    private readonly RecordSession _session;
    private readonly Statement _head;
    private readonly Statement _setHead;
    private readonly Statement _insert;
    private readonly Statement _find;
    private readonly Statement _chain;

    public SqliteAuditTrail(RecordSession session)
    {
        _session = session;
        _head = session.Prepare("SELECT count, hash FROM head");
        _setHead = session.Prepare("UPDATE head SET count = ?, hash = ?");
        _insert = session.Prepare("INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING");
        _find = session.Prepare("SELECT seq, key, text, previous, hash FROM audit WHERE key = ?");
        _chain = session.Prepare("SELECT seq, key, text, previous, hash FROM audit WHERE seq > ? ORDER BY seq LIMIT ?");
    }

    public Task<IReadOnlyList<AuditRecord>> AppendAsync(IReadOnlyList<KeyedEntry> entries, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entries);
        cancellationToken.ThrowIfCancellationRequested();
        var texts = new string[entries.Count];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = AuditText.Write(entries[i].Entry);
        }

        return Task.FromResult<IReadOnlyList<AuditRecord>>(entries.Count == 0 ? [] : _session.Change(
            () => Append(entries, texts), isTerms: entries.Any(entry => entry.Entry.Event is LoopFrozen or LoopUnfrozen)));
    }

    public async IAsyncEnumerable<AuditRecord> ReadAsync(AuditQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        await Task.CompletedTask.ConfigureAwait(false);
        var search = new AuditSearch(query);
        var from = search.From;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var page = _session.Read(session => search.Page(session, from, Page, Link));
            foreach (var link in page)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return Record(link, Entry(link));
            }

            if (page.Count < Page)
            {
                yield break;
            }

            from = page[^1].Sequence;
        }
    }

    public TrailHead Head() => _session.Read(_ => ReadHead());

    /// <summary>Pages through all records, so that whoever writes meanwhile is not held up.</summary>
    public IEnumerable<ChainLink> Chain()
    {
        var after = long.MinValue;
        while (_session.Read(_ => _chain.Bind(1, after).Bind(2, Page).All(Link)) is { Count: > 0 } page)
        {
            foreach (var link in page)
            {
                yield return link;
            }

            after = page[^1].Sequence;
        }
    }

    private AuditRecord[] Append(IReadOnlyList<KeyedEntry> entries, string[] texts)
    {
        var head = ReadHead();
        var (before, records) = (head, new AuditRecord[entries.Count]);
        for (var i = 0; i < records.Length; i++)
        {
            var entry = entries[i].Entry;
            var link = AuditChain.Next(head, entries[i].Key, texts[i]);
            var added = _insert.Bind(1, link.Sequence).Bind(2, link.Key).Bind(3, entry.Play).Bind(4, entry.Experiment)
                .Bind(5, AuditKinds.Of(entry.Event)).Bind(6, entry.At.UtcTicks).Bind(7, Bytes(link.PreviousHash)).Bind(8, Bytes(link.Hash))
                .Bind(9, link.Text).Run() == 1;
            if (added)
            {
                head = new(link.Sequence, link.Hash);
                records[i] = Record(link, entry);
            }
            else
            {
                var stored = _find.Bind(1, link.Key).First(Link) ?? throw new InvalidOperationException($"key {link.Key} is there and is not");
                records[i] = Record(stored, Entry(stored));
            }
        }

        if (head != before)
        {
            _ = _setHead.Bind(1, head.Count).Bind(2, Bytes(head.Hash)).Run();
        }

        return records;
    }

    private TrailHead ReadHead() => _head.First(row => new TrailHead(row.Long(0), Hex(row.Bytes(1))))
        ?? throw new RecordFileException(_session.File, "is damaged: the head of its trail is missing; restore a backup");

    private AuditEntry Entry(ChainLink link)
    {
        try
        {
            return AuditText.Read(link.Text);
        }
        catch (UnreadablePayloadException damaged)
        {
            throw new RecordFileException(
                _session.File, $"record {link.Sequence} of its audit trail cannot be read: {damaged.Message}; run optimizer audit verify", damaged);
        }
    }

    private static AuditRecord Record(ChainLink link, AuditEntry entry) =>
        new(link.Sequence, link.Key, link.Text, link.PreviousHash, link.Hash, entry);

    private static ChainLink Link(Statement row) => new(row.Long(0), row.Text(1), row.Text(2), Hex(row.Bytes(3)), Hex(row.Bytes(4)));

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);

    private static ReadOnlySpan<byte> Bytes(string hex) => Convert.FromHexString(hex);
}
