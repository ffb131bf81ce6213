using Optimizer.Domain.Audit;
using Optimizer.Workflows.Ports;

namespace Optimizer.Tests.Workflows.Reports;

/// <summary>A trail that takes some appends, then takes one without saying so, then nothing: the process that wrote it is dying.</summary>
internal sealed class DyingTrail(IAuditTrail trail, int appends) : IAuditTrail
{
    private int _left = appends;

    public async Task<IReadOnlyList<AuditRecord>> AppendAsync(IReadOnlyList<KeyedEntry> entries, CancellationToken cancellationToken)
    {
        _left--;
        if (_left < 0)
        {
            throw new IOException("the process is gone");
        }

        var records = await trail.AppendAsync(entries, cancellationToken);
        return _left > 0 ? records : throw new IOException("the process died before it was told");
    }

    public IAsyncEnumerable<AuditRecord> ReadAsync(AuditQuery query, CancellationToken cancellationToken) => trail.ReadAsync(query, cancellationToken);
}
