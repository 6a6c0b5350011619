package org.indelible.report;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureInterface;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.indelible.anchoring.attest.TimestampAuthority;
import org.indelible.anchoring.attest.TimestampCall;
import org.indelible.anchoring.primitive.Sha256;
import org.indelible.anchoring.timestamp.TimestampRequest;

/**
 * Signs the bytes of a PDF as ETSI EN 319 142-1 asks of level B-B, and of B-T where there is an authority: CMS (RFC 5652) with the certificate
 * bound (RFC 5035), no claimed time of its own, and a time-stamp (RFC 3161) over the signature.
 *
 * @param authority whom to ask for the time-stamp; absent: none is configured
 */
record PadesSeal(ReportSigningKey key, Optional<TimestampAuthority> authority, TimestampCall calls)
        implements SignatureInterface {
    @Override
    public byte[] sign(InputStream content) throws IOException {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(
                    new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                            .setSignedAttributeGenerator(new WithoutClaimedTime(signed()))
                            .build(new JcaContentSignerBuilder("SHA256withRSA").build(key.key()), key.certificate()));
            generator.addCertificates(new JcaCertStore(key.chain()));
            CMSSignedData plain = generator.generate(new CMSProcessableByteArray(content.readAllBytes()), false);
            return stamped(plain).getEncoded();
        } catch (GeneralSecurityException | OperatorCreationException | CMSException e) {
            throw new IOException("the report cannot be sealed: " + e.getMessage(), e);
        }
    }

    private AttributeTable signed() throws GeneralSecurityException {
        ESSCertIDv2 own = new ESSCertIDv2(Sha256.of(key.certificate().getEncoded()));
        Hashtable<ASN1ObjectIdentifier, Attribute> attributes = new Hashtable<>();
        attributes.put(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                new Attribute(
                        PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                        new DERSet(new SigningCertificateV2(new ESSCertIDv2[] {own}))));
        return new AttributeTable(attributes);
    }

    private CMSSignedData stamped(CMSSignedData plain) throws IOException {
        if (authority.isEmpty()) {
            return plain;
        }
        SignerInformation signer =
                plain.getSignerInfos().getSigners().iterator().next();
        TimestampRequest request =
                TimestampRequest.over(signer.getSignature(), authority.get().algorithm(), new SecureRandom());
        return switch (calls.ask(authority.get(), request)) {
            case TimestampCall.Result.NoToken none ->
                throw new IOException(
                        "the time-stamp authority " + authority.get().name() + " gave no token: " + none.reason());
            case TimestampCall.Result.Token token -> {
                ASN1EncodableVector unsigned = new ASN1EncodableVector();
                unsigned.add(new Attribute(
                        PKCSObjectIdentifiers.id_aa_signatureTimeStampToken,
                        new DERSet(ASN1Primitive.fromByteArray(token.token().encoded()))));
                yield CMSSignedData.replaceSigners(
                        plain,
                        new SignerInformationStore(List.of(
                                SignerInformation.replaceUnsignedAttributes(signer, new AttributeTable(unsigned)))));
            }
        };
    }

    /** The time that counts is the authority's; the one claimed stands in the PDF's own dictionary (EN 319 142-1 table 1). */
    private static final class WithoutClaimedTime extends DefaultSignedAttributeTableGenerator {
        WithoutClaimedTime(AttributeTable more) {
            super(more);
        }

        @Override
        public AttributeTable getAttributes(@SuppressWarnings("rawtypes") Map parameters) {
            return super.getAttributes(parameters).remove(CMSAttributes.signingTime);
        }
    }
}
