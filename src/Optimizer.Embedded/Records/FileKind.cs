using Optimizer.Embedded.Storage;

namespace Optimizer.Embedded.Records;

/// <summary>What a file of the data directory must be, by the numbers in its head.</summary>
/// <param name="ApplicationId">Says whose it is.</param>
/// <param name="Version">The version that this build writes.</param>
/// <param name="Schema">Brings a file of a former version, 0 for an empty one, to this one, in the change that is open.</param>
/// <param name="Foreign">What is said of a file with another application id.</param>
internal sealed record FileKind(int ApplicationId, int Version, Action<SqliteSession, long> Schema, Func<long, string> Foreign)
{
    /// <summary>Nothing is written before this has looked: another program's file is left as it is.</summary>
    /// <exception cref="RecordFileException">It is not of this kind, newer, or damaged.</exception>
    public long VersionOf(SqliteSession session, string file)
    {
        var application = session.ReadLong("PRAGMA application_id");
        var version = session.ReadLong("PRAGMA user_version");
        return application == 0 && version == 0 && session.ReadLong("SELECT count(*) FROM sqlite_master") == 0
            ? 0
            : application != ApplicationId
            ? throw new RecordFileException(file, Foreign(application))
            : version > Version
            ? throw new RecordFileException(
                file, $"is of version {version}; this program knows versions up to {Version}: use the newer program that wrote it")
            : version < 1
            ? throw new RecordFileException(file, $"is damaged: {version} is not a version; restore a backup")
            : version;
    }

    /// <summary>Brings it to this version. Two processes may open a new file at once: who comes second finds it made.</summary>
    public void Raise(SqliteSession session, string file)
    {
        session.Begin();
        var version = VersionOf(session, file);
        if (version < Version)
        {
            Schema(session, version);
        }

        session.Commit();
    }
}
