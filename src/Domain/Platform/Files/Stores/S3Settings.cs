using Amazon;
using Amazon.Runtime;
using Amazon.S3;
using Microsoft.Extensions.Configuration;

namespace Portal.Graph.Domain.Platform.Files.Stores;

/// <summary>
/// <c>Files:S3</c>: <c>Bucket</c>; <c>Region</c>, or <c>ServiceUrl</c> of another server that speaks S3; <c>AccessKey</c> and
/// <c>SecretKey</c>, or the credentials of the machine; <c>Prefix</c> before every name.
/// </summary>
public sealed record S3Settings(string Bucket, string Prefix, string? ServiceUrl, string? Region, string? AccessKey, string? SecretKey)
{
    public static S3Settings Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Files:S3");
        var settings = new S3Settings(
            section["Bucket"] ?? throw new InvalidOperationException("Files:Store=S3 needs Files:S3:Bucket."), section["Prefix"] ?? "", section["ServiceUrl"], section["Region"],
            section["AccessKey"], section["SecretKey"]);
        if (settings.ServiceUrl is null && settings.Region is null) throw new InvalidOperationException("Files:Store=S3 needs Files:S3:Region or Files:S3:ServiceUrl.");
        if (settings.AccessKey is null != settings.SecretKey is null) throw new InvalidOperationException("Files:S3:AccessKey and Files:S3:SecretKey come together.");
        return settings;
    }

    /// <summary>Which key is wrong when the store refuses to list the bucket.</summary>
    /// <param name="code">The store's word for why.</param>
    internal string FaultOf(string? code) => code switch
    {
        "SignatureDoesNotMatch" => "Files:S3:SecretKey must be the secret of Files:S3:AccessKey: the store does not accept what is signed with it.",
        "InvalidAccessKeyId" => "Files:S3:AccessKey must be a key that the store knows; it knows none of this name.",
        "NoSuchBucket" => $"Files:S3:Bucket must name a bucket that is there; it is \"{Bucket}\".",
        "PermanentRedirect" or "AuthorizationHeaderMalformed" or "IllegalLocationConstraintException" => $"Files:S3:Region must be that of the bucket; it is \"{Region}\".",
        _ => $"Files:S3:AccessKey, or the machine's credentials, must be allowed to list, read, write and delete in the bucket \"{Bucket}\"; the store says {code}.",
    };

    internal AmazonS3Client CreateClient()
    {
        var config = new AmazonS3Config
        {
            // Servers that only speak like S3 do not all know the newer checksums; every segment carries its own proof.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        if (ServiceUrl is not null) (config.ServiceURL, config.ForcePathStyle, config.AuthenticationRegion) = (ServiceUrl, true, Region ?? "us-east-1");
        else config.RegionEndpoint = RegionEndpoint.GetBySystemName(Region);
        return AccessKey is null ? new(config) : new(new BasicAWSCredentials(AccessKey, SecretKey), config);
    }
}
