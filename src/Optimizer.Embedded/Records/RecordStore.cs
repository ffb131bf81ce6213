using Optimizer.Domain.Audit;
using Optimizer.Embedded.Storage;
using Optimizer.Workflows.Ports;

namespace Optimizer.Embedded.Records;

/// <summary>
/// Everything that the plays record: the audit trail, which experiments run, definitions and policy with all their versions,
/// the pages made from the trail, and what a vendor would keep where there is none. Safe from any thread.
/// </summary>
public sealed class RecordStore : IDisposable
{
    private readonly RecordSession _session;
    private readonly SqliteSession _open;
    private readonly SqliteAuditTrail _audit;
    private readonly SqliteFlags _flags;
    private readonly SqliteIssueTracker _issues;
    private readonly SqliteCampaignRecord _campaign;

    private RecordStore(SqliteSession session, string file, bool readOnly, IReadOnlySet<string>? actuators)
    {
        _session = new(session, file, readOnly);
        _open = session;
        try
        {
            _audit = new(_session);
            Register = new SqliteExperimentRegister(_session);
            Plays = new SqlitePlayStore(_session);
            Artifacts = new SqliteArtifactStore(_session);
            _flags = new(_session);
            _issues = new(_session);
            _campaign = new(_session);
            Channel = new SqliteChannel(_session, actuators);
            Tokens = new SqliteTokenStore(_session, TimeProvider.System);
            Delegations = new SqliteDelegationStore(_session);
            Links = new SqliteLinkStore(_session);
            Answers = new SqliteAnswerStore(_session);
            Told = new SqliteNoticeStore(_session);
            Visits = new SqliteVisitStore(_session);
        }
        catch
        {
            _session.Dispose();
            throw;
        }
    }

    /// <summary>The file; "memory" without one.</summary>
    public string File => _session.File;

    public IAuditTrail Audit => _audit;

    public IExperimentRegister Register { get; }

    public IPlayStore Plays { get; }

    public IArtifactStore Artifacts { get; }

    /// <summary>Flags without a vendor.</summary>
    public IFeatureFlags Flags => _flags;

    /// <summary>How those flags stood over time.</summary>
    public IFlagStretches Stretches => _flags;

    /// <summary>Settings without a vendor: customers' own code reads them from us.</summary>
    public IVariableChannel Channel { get; }

    /// <summary>Tasks without a tracker.</summary>
    public IIssueTracker Issues => _issues;

    /// <summary>The tasks that were opened.</summary>
    public IPlayTasks Tasks => _issues;

    /// <summary>Campaign records without a CRM.</summary>
    public ICampaignRecord Campaign => _campaign;

    /// <summary>Notices to people, and what became of them at every sink.</summary>
    public INoticeStore Told { get; }

    /// <summary>The notes that were taken.</summary>
    public IPlayNotes Notes => _campaign;

    public ITokenStore Tokens { get; }

    public IDelegationStore Delegations { get; }

    public ILinkStore Links { get; }

    public IAnswerStore Answers { get; }

    /// <summary>When people looked at the pages.</summary>
    public IVisitStore Visits { get; }

    /// <summary>Opens the records to write and read, making file and folder when absent.</summary>
    /// <param name="file">Path; null keeps everything in memory, for this store alone.</param>
    /// <param name="options">How it is kept.</param>
    /// <exception cref="RecordFileException">It is damaged, read-only, another program's, or of a newer version.</exception>
    public static RecordStore Open(string? file, RecordOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var path = file is null ? null : Path.GetFullPath(file);
        return new(RecordFile.Open(path, options), path ?? "memory", readOnly: false, options.Actuators);
    }

    /// <summary>Opens the records to read, also while another process writes them.</summary>
    /// <exception cref="RecordFileException">As above, or there is no such file.</exception>
    public static RecordStore OpenToRead(string file, RecordOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var path = Path.GetFullPath(file);
        return new(RecordFile.OpenToRead(path, options), path, readOnly: true, options.Actuators);
    }

    /// <summary>Writes what stands there already, to see whether anything can be written; one flush.</summary>
    /// <exception cref="RecordFileException">Nothing can be: the disk is full or read-only, or the file is open for reading only.</exception>
    public void CheckWritable() => _session.Change(() =>
    {
        _open.Execute($"PRAGMA user_version = {RecordSchema.Version}");
        return true;
    });

    /// <summary>
    /// Another number whenever definitions, policy, the register or the freeze may have changed: at once for what is changed through
    /// this store, within a twentieth of a second for what other processes change. Costs nothing, also while something is flushed.
    /// </summary>
    public long Terms() => _session.Terms;

    /// <summary>Where the trail ends, as kept apart from its records.</summary>
    public TrailHead Head() => _audit.Head();

    /// <summary>The trail as it is chained, without trusting any of it; text that cannot be read is given too.</summary>
    public IEnumerable<ChainLink> Chain() => _audit.Chain();

    /// <summary>Everything that was done to the trail or the file since they were written; empty when nothing was.</summary>
    public IReadOnlyList<ChainFault> Verify() => RecordCheck.Run(_session, _audit);

    public void Dispose() => _session.Dispose();

    // Tests look at the file while a change is open, as a crash would leave it; the change is dropped.
    internal void InOpenChange(Action look) => _session.Abandon(
        session => session.Execute("DELETE FROM audit; UPDATE head SET count = 0"), look);
}
