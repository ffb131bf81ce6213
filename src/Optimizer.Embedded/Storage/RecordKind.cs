namespace Optimizer.Embedded.Storage;

/// <summary>What a record is. Numbers are kept in files.</summary>
internal enum RecordKind
{
    /// <summary>A turn: what the workflow was told and what it asked for.</summary>
    Turn = 0,

    /// <summary>Something that waits to be told: a signal, a child's answer, an activity's answer that came while suspended.</summary>
    Message = 1,

    /// <summary>An activity that must not be repeated was begun.</summary>
    Begun = 2,
}
