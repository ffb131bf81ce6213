using Optimizer.Domain.Attribution;
using Optimizer.Embedded.Storage;

namespace Optimizer.Embedded.Ledger;

/// <summary>What was sent and cannot be counted: each row once, as it came, with the reason.</summary>
internal sealed class QuarantineTable(SqliteSession session)
{
    private const int Page = 1_000;

    private readonly Statement _add = session.Prepare("""
        INSERT INTO quarantine (key, at, code, why, readmitted, experiment, text) VALUES (?, ?, ?, ?, 0, ?, ?) ON CONFLICT DO NOTHING
        """);

    private readonly Statement _waiting = session.Prepare($"""
        SELECT number, at, text FROM quarantine WHERE code = '{EventCodes.UnknownExperiment}' AND readmitted = 0 AND experiment = ? AND number > ?
        ORDER BY number LIMIT {Page}
        """);

    private readonly Statement _settle = session.Prepare("UPDATE quarantine SET readmitted = 1 WHERE number = ?");
    private readonly Statement _explain = session.Prepare("UPDATE quarantine SET code = ?, why = ? WHERE number = ?");

    public void Add(UInt128 key, DateTimeOffset at, string code, string why, string? experiment, string text)
    {
        Span<byte> bytes = stackalloc byte[16];
        SipKey.Write(key, bytes);
        _ = _add.Bind(1, bytes).Bind(2, at.UtcTicks).Bind(3, code).Bind(4, why).Bind(5, experiment).Bind(6, text).Run();
    }

    /// <summary>The next rows that wait for an experiment to become known.</summary>
    public IReadOnlyList<(long Number, DateTimeOffset At, string Text)> Waiting(string experiment, long after) =>
        _waiting.Bind(1, experiment).Bind(2, after).All(row => (row.Long(0), new DateTimeOffset(row.Long(1), TimeSpan.Zero), row.Text(2)));

    /// <summary>The row is in the log now.</summary>
    public void Settle(long number) => _ = _settle.Bind(1, number).Run();

    /// <summary>The row is still apart, for another reason.</summary>
    public void Explain(long number, string code, string why) => _ = _explain.Bind(1, code).Bind(2, why).Bind(3, number).Run();
}
