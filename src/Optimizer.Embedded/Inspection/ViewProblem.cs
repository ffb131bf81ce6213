namespace Optimizer.Embedded.Inspection;

/// <summary>Why a question about an engine's file has no answer.</summary>
public enum ViewProblem
{
    /// <summary>The question cannot be right, such as a page that begins nowhere.</summary>
    BadQuestion,

    /// <summary>There is no such file.</summary>
    Absent,

    /// <summary>What should be written is there already.</summary>
    Conflict,

    /// <summary>The file is in use, and whoever uses it does not answer.</summary>
    Unreachable,

    /// <summary>The file or the disk failed, or what it holds cannot be read.</summary>
    Failed,
}
